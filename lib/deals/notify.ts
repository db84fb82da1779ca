import { and, eq, ne, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brokers, contractParties, contracts, dealParticipants, deals, organisations, publicName, users } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";
import { administratorsOf, decidersOf } from "@/lib/organisations/deciders";
import { otherSide } from "./rules";
import type { DealSide } from "./states";

type DealRow = typeof deals.$inferSelect;
type About = { deal: DealRow; event: StoredEvent; actorSide: DealSide | null };
type Whom = (about: About) => { sides: DealSide[]; act?: DealSide[]; brokers?: boolean; invited?: boolean };

/**
 * Tells sides of a deal. `act` are those of whom something is asked now; the next event of the deal settles it.
 * Values: `number`, `title`, `organisation` (who did it, or the platform's own job: empty), of a paper its name as `file`.
 */
function tell(whom: Whom, { mail = false }: { mail?: boolean } = {}) {
  return async (tx: Tx, event: StoredEvent): Promise<Notice[]> => {
    const dealId = event.subjects.find((subject) => subject.kind === "deal")?.id;
    const [deal] = dealId ? await tx.select().from(deals).where(eq(deals.id, dealId)) : [];
    if (!deal) return [];
    const actorSide = event.organisationId === deal.sellerId ? "seller" : event.organisationId === deal.buyerId ? "buyer" : null;
    const [doer] = event.organisationId ? await tx.select({ name: publicName() }).from(organisations).where(eq(organisations.id, event.organisationId)) : [];
    const chosen = whom({ deal, event, actorSide });
    const about = { mail, subject: { kind: "deal" as const, id: deal.id }, values: { number: deal.number, title: deal.title, organisation: doer?.name ?? "", ...(event.facts.fileName ? { file: String(event.facts.fileName) } : {}) } };
    const notices: Notice[] = [];
    for (const side of new Set([...chosen.sides, ...(chosen.act ?? [])])) {
      const people = await decidersOf(tx, side === "seller" ? deal.sellerId : deal.buyerId);
      notices.push(...people.map(({ userId, slug }) => ({ ...about, userId, needsAction: chosen.act?.includes(side) ?? false, href: `/o/${slug}/deals/${deal.id}` })));
    }
    const status = chosen.invited ? "invited" : "active";
    if (chosen.brokers || chosen.invited) {
      const asked = await tx.select({ userId: dealParticipants.userId }).from(dealParticipants)
        .where(and(eq(dealParticipants.dealId, deal.id), eq(dealParticipants.role, "broker"), eq(dealParticipants.status, status)));
      const invitedUser = chosen.invited ? await invitedUserOf(tx, event) : null;
      const people = invitedUser ? asked.filter((one) => one.userId === invitedUser) : asked;
      notices.push(...people.map(({ userId }) => ({ ...about, userId, needsAction: chosen.invited ?? false, href: `/me/deals/${deal.id}` })));
    }
    return notices;
  };
}

async function invitedUserOf(tx: Tx, event: StoredEvent): Promise<string | null> {
  const brokerId = event.subjects.find((subject) => subject.kind === "broker")?.id;
  const [broker] = brokerId ? await tx.select({ userId: brokers.userId }).from(brokers).where(eq(brokers.id, brokerId)) : [];
  return broker?.userId ?? null;
}

/** Who stands in what was signed beside the two sides of the deal: they read the contract, and nothing of the deal. */
async function tellFurther(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const contractId = event.subjects.find((subject) => subject.kind === "contract")?.id;
  if (!contractId) return [];
  const further = await tx.selectDistinct({ organisationId: contractParties.organisationId, title: contracts.title, number: contracts.number }).from(contractParties)
    .innerJoin(contracts, eq(contracts.id, contractParties.contractId)).innerJoin(deals, eq(deals.id, contracts.dealId))
    .where(and(eq(contractParties.contractId, contractId), ne(contractParties.side, "broker"), ne(contractParties.organisationId, deals.sellerId), ne(contractParties.organisationId, deals.buyerId)));
  const notices: Notice[] = [];
  for (const { organisationId, title, number } of further) {
    for (const { userId, slug } of await decidersOf(tx, organisationId ?? "")) {
      notices.push({ userId, to: "party", needsAction: false, mail: true, subject: { kind: "contract", id: contractId }, href: `/o/${slug}/contracts/${contractId}`, values: { number, title } });
    }
  }
  return notices;
}

/** Who takes over: the side's administrators; where a broker is gone, those who decide on both sides. */
async function tellHeirs(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const [dealId, goneId] = [event.subjects.find((subject) => subject.kind === "deal")?.id, event.subjects.find((subject) => subject.kind === "user")?.id];
  const [deal] = dealId ? await tx.select().from(deals).where(eq(deals.id, dealId)) : [];
  const [gone] = goneId ? await tx.select({ name: users.name }).from(users).where(eq(users.id, goneId)) : [];
  if (!deal || !gone) return [];
  const { role } = event.facts;
  const people = role === "broker" ? [...(await decidersOf(tx, deal.sellerId)), ...(await decidersOf(tx, deal.buyerId))] : await administratorsOf(tx, role === "seller" ? deal.sellerId : deal.buyerId);
  return people.map(({ userId, slug }) => ({
    userId, ...(role === "broker" ? { to: "broker" } : {}), needsAction: false, subject: { kind: "deal", id: deal.id }, href: `/o/${slug}/deals/${deal.id}`,
    values: { number: deal.number, title: deal.title, person: gone.name },
  }));
}

/**
 * Whoever has open deals with an organisation that something has happened to: the deciders of the other sides and the
 * brokers between them, once each however many deals they share. Values: `organisation`, `count`.
 */
async function tellPartners(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const organisationId = event.subjects.find((subject) => subject.kind === "organisation")?.id;
  const [organisation] = organisationId ? await tx.select({ id: organisations.id, name: publicName() }).from(organisations).where(eq(organisations.id, organisationId)) : [];
  if (!organisation) return [];
  const open = await tx.select().from(deals).where(and(eq(deals.status, "open"), or(eq(deals.sellerId, organisation.id), eq(deals.buyerId, organisation.id))));
  const told = new Map<string, { base: string; dealIds: string[] }>();
  const tellOf = (userId: string, base: string, dealId: string) => {
    const one = told.get(userId) ?? { base, dealIds: [] };
    told.set(userId, { ...one, dealIds: [...one.dealIds, dealId] });
  };
  for (const deal of open) {
    for (const { userId, slug } of await decidersOf(tx, deal.sellerId === organisation.id ? deal.buyerId : deal.sellerId)) tellOf(userId, `/o/${slug}/deals`, deal.id);
    const between = await tx.select({ userId: dealParticipants.userId }).from(dealParticipants)
      .where(and(eq(dealParticipants.dealId, deal.id), eq(dealParticipants.role, "broker"), eq(dealParticipants.status, "active")));
    for (const { userId } of between) if (!told.get(userId)?.dealIds.includes(deal.id)) tellOf(userId, "/me/deals", deal.id);
  }
  return [...told].map(([userId, { base, dealIds: [first = "", ...more] }]) => ({
    userId, to: "partner", needsAction: false, mail: true, subject: { kind: "organisation" as const, id: organisation.id },
    href: more.length === 0 ? `${base}/${first}` : `${base}?status=open`, values: { organisation: organisation.name, count: more.length + 1 },
  }));
}

const both: DealSide[] = ["seller", "buyer"];
const others = ({ actorSide }: About): DealSide[] => (actorSide ? [otherSide(actorSide)] : both);

export const recipients: Recipients = {
  "deal.opened": tell((about) => ({ sides: [], act: others(about) }), { mail: true }),
  "deal.message_sent": tell((about) => ({ sides: others(about), brokers: true })),
  "deal.file_attached": tell((about) => ({ sides: others(about), brokers: true })),
  "deal.file_removed": tell((about) => ({ sides: others(about), brokers: true })),
  "deal.file_restored": tell((about) => ({ sides: others(about), brokers: true })),
  "deal.next_step_set": tell(({ event }) => ({ sides: [event.facts.side === "seller" ? "seller" : "buyer"], brokers: true })),
  "deal.broker_invited": tell((about) => ({ sides: others(about), invited: true }), { mail: true }),
  "deal.broker_joined": tell(() => ({ sides: both })),
  "deal.broker_declined": tell(() => ({ sides: both })),
  "deal.broker_left": tell(() => ({ sides: both })),
  "deal.broker_dismissed": async (tx, event) => {
    const [deal] = await tx.select().from(deals).where(eq(deals.id, event.subjects.find((subject) => subject.kind === "deal")?.id ?? ""));
    const userId = event.subjects.find((subject) => subject.kind === "user")?.id;
    const toBroker: Notice[] = deal && userId ? [{ userId, to: "broker", needsAction: false, mail: true, subject: { kind: "deal", id: deal.id }, href: "/me/deals", values: { number: deal.number, title: deal.title } }] : [];
    return [...toBroker, ...(await tell((about) => ({ sides: others(about) }))(tx, event))];
  },
  "deal.handed_over": tellHeirs,
  "deal.terms_proposed": tell((about) => ({ sides: [], act: others(about), brokers: true }), { mail: true }),
  "deal.terms_agreed": tell((about) => ({ sides: [], act: others(about), brokers: true }), { mail: true }),
  "deal.terms_dropped": tell((about) => ({ sides: others(about), brokers: true })),
  "deal.signed": async (tx, event) => [...(await tell(() => ({ sides: ["buyer"], act: ["seller"], brokers: true }), { mail: true })(tx, event)), ...(await tellFurther(tx, event))],
  "deal.ended": tell((about) => ({ sides: others(about), brokers: true }), { mail: true }),
  "organisation.suspended": tellPartners,
  "organisation.restored": tellPartners,
  "organisation.dishonesty_marked": tellPartners,
  "deal.resumed": tell((about) => ({ sides: others(about), brokers: true }), { mail: true }),
  "deal.completed": tell(() => ({ sides: both, brokers: true })),
};
