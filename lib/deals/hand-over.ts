import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dealParticipants, deals, memberships, users } from "@/db/schema";
import { command } from "@/lib/command";
import { system, type Actor } from "@/lib/core/actor";
import { Conflict, isKnownError } from "@/lib/core/errors";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { administratorsOf } from "@/lib/organisations/deciders";
import { handOverInput } from "./input";
import { getDealFor, type DealForActor } from "./queries";

const inTheRoom = ["active", "invited"] as const;

/** Somebody of a side has gone: its administrators stand in the room instead. A broker has nobody behind them: the sides are told. */
export const handOverDeal = command({
  name: "deal.handed_over",
  input: handOverInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: (actor: Actor, deal: DealForActor) => actor.kind === "system" && deal.status === "open",
  async run({ tx, subject: deal, input, event }) {
    const [gone] = await tx.update(dealParticipants).set({ status: "left", since: event.at })
      .where(and(eq(dealParticipants.dealId, deal.id), eq(dealParticipants.userId, input.userId), inArray(dealParticipants.status, inTheRoom))).returning({ role: dealParticipants.role });
    if (!gone) throw new Conflict("deal_moved");
    const { role } = gone;
    const heirs = role === "broker" ? [] : await administratorsOf(tx, role === "seller" ? deal.sellerId : deal.buyerId);
    const standing = { role, status: "active" as const, since: event.at };
    for (const { userId } of heirs) {
      // An administrator who is in the room for something else, as its broker, stays what they are.
      await tx.insert(dealParticipants).values({ dealId: deal.id, userId, ...standing })
        .onConflictDoUpdate({ target: [dealParticipants.dealId, dealParticipants.userId], set: standing, setWhere: and(eq(dealParticipants.role, role), eq(dealParticipants.status, "left")) });
    }
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }, { kind: "user", id: input.userId }], facts: { role } };
  },
});

/**
 * Reader of events: open deals of somebody who left an organisation, or whose account was closed, pass on. Whether they
 * are still gone is read anew: who came back meanwhile keeps their deals. Read twice is done once.
 */
export async function handOverDeals(tx: Tx, batch: StoredEvent[]): Promise<void> {
  for (const event of batch) {
    if (event.name !== "member.left" && event.name !== "member.removed" && event.name !== "user.suspended") continue;
    const [userId, organisationId] = [idOf(event, "user"), idOf(event, "organisation")];
    if (!userId || !(await isGone(tx, userId, organisationId))) continue;
    const mine = tx.select({ id: deals.id }).from(deals).innerJoin(dealParticipants, eq(dealParticipants.dealId, deals.id))
      .where(and(eq(deals.status, "open"), eq(dealParticipants.userId, userId), inArray(dealParticipants.status, inTheRoom), organisationId ? forSide(organisationId) : undefined));
    for (const { id } of await mine) await passOn(id, userId);
  }
}

async function passOn(dealId: string, userId: string): Promise<void> {
  try {
    await handOverDeal(system("hand-over-deals"), { dealId, userId });
  } catch (error) {
    if (!isKnownError(error)) throw error;
  }
}

function idOf(event: StoredEvent, kind: "user" | "organisation"): string | null {
  return event.subjects.find((subject) => subject.kind === kind)?.id ?? null;
}

/** In the room for this organisation, not as a broker: that is a mandate of one's own. */
function forSide(organisationId: string) {
  return or(and(eq(dealParticipants.role, "seller"), eq(deals.sellerId, organisationId)), and(eq(dealParticipants.role, "buyer"), eq(deals.buyerId, organisationId)));
}

async function isGone(tx: Tx, userId: string, organisationId: string | null): Promise<boolean> {
  const [row] = organisationId
    ? await tx.select({ userId: memberships.userId }).from(memberships).where(and(eq(memberships.userId, userId), eq(memberships.organisationId, organisationId)))
    : await tx.select({ userId: users.id }).from(users).where(and(eq(users.id, userId), isNotNull(users.suspendedAt)));
  return organisationId ? !row : row !== undefined;
}
