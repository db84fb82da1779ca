import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contractParties, contracts, registrations } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";
import { countedStatuses, judgedStatuses } from "./states";
import { bureauReviewers, decidersOf } from "@/lib/organisations/deciders";

/** `holding`: the bureau, but only while it has the contract in hand, or it counts and has to be cancelled there. */
type Whom = "seller" | "parties" | "bureau" | "holding";

/** Values: `number`, `title`, `officialNumber` (empty before registration). */
function tell(whom: Whom, { needsAction = false, mail = false }: { needsAction?: boolean; mail?: boolean } = {}) {
  return async (tx: Tx, event: StoredEvent): Promise<Notice[]> => {
    // Not the imported record of the same contract, which ended with it or is back.
    const { joinedId, restoredId } = event.facts;
    const contractId = event.subjects.find((subject) => subject.kind === "contract" && subject.id !== joinedId && subject.id !== restoredId)?.id;
    const [row] = contractId
      ? await tx.select({ contract: contracts, officialNumber: registrations.officialNumber, status: registrations.status }).from(contracts).leftJoin(registrations, eq(registrations.contractId, contracts.id)).where(eq(contracts.id, contractId))
      : [];
    if (!row) return [];
    const about = { needsAction, mail, subject: { kind: "contract" as const, id: row.contract.id }, values: { number: row.contract.number, title: row.contract.title, officialNumber: row.officialNumber ?? "" } };
    if (whom === "holding" && !([...countedStatuses, ...judgedStatuses] as readonly (string | null)[]).includes(row.status)) return [];
    if (whom === "bureau" || whom === "holding") return (await bureauReviewers(tx)).map(({ userId }) => ({ ...about, userId, href: `/registrations/${row.contract.id}` }));
    const parties = await tx.select().from(contractParties).where(eq(contractParties.contractId, row.contract.id));
    const told = parties.filter((one) => one.organisationId && (whom === "parties" ? one.side !== "broker" : one.side === "seller" && one.registers));
    const notices: Notice[] = [];
    for (const party of told) {
      for (const { userId, slug } of await decidersOf(tx, party.organisationId!)) {
        if (!notices.some((one) => one.userId === userId)) notices.push({ ...about, userId, href: `/o/${slug}/contracts/${row.contract.id}` });
      }
    }
    if (whom === "parties") {
      // Who was taken out of it can read it no longer; its own list is what they are led to.
      const left = Array.isArray(event.facts.left) ? (event.facts.left as string[]) : [];
      for (const organisationId of left) {
        for (const { userId, slug } of await decidersOf(tx, organisationId)) if (!notices.some((one) => one.userId === userId)) notices.push({ ...about, userId, href: `/o/${slug}/contracts` });
      }
      for (const { userId } of parties.filter((one) => one.side === "broker")) {
        if (userId && !notices.some((one) => one.userId === userId)) notices.push({ ...about, userId, href: `/me/contracts/${row.contract.id}` });
      }
    }
    return notices;
  };
}

export const recipients: Recipients = {
  // Of a word or a number mended nobody needs to hear before it is registered; who is bound by it does.
  "contract.corrected": async (tx, event) => (event.facts.sellers ?? event.facts.buyers ? tell("parties")(tx, event) : []),
  // The bureau only where it has had it in hand: of a draft it never knew.
  "contract.taken_back": async (tx, event) => [...(await tell("parties", { mail: true })(tx, event)), ...(event.facts.was === "correction" ? await tell("bureau")(tx, event) : [])],
  "contract.fulfilled": tell("parties"),
  "contract.terminated": async (tx, event) => [...(await tell("parties", { mail: true })(tx, event)), ...(await tell("holding", { needsAction: true })(tx, event))],
  "contract.closing_undone": async (tx, event) => [...(await tell("parties", { mail: true })(tx, event)), ...(event.facts.was === "terminated" ? await tell("holding")(tx, event) : [])],
  "registration.submitted": tell("bureau", { needsAction: true }),
  "registration.withdrawn": async () => [],
  "registration.accepted": tell("seller"),
  "registration.sent_back": tell("seller", { needsAction: true, mail: true }),
  "registration.registered": tell("parties", { mail: true }),
  "registration.refused": tell("parties", { mail: true }),
  "registration.changed": tell("parties"),
  "registration.cancelled": tell("parties", { mail: true }),
  "registration.reversed": tell("parties", { mail: true }),
  "registration.sent_to_experts": tell("seller"),
  "registration.experts_answered": tell("seller"),
};
