import { and, asc, eq, ilike, inArray, isNotNull, ne, or, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { contracts, registrations } from "@/db/schema";
import { mayAtBureau, type Actor } from "@/lib/core/actor";
import { holidaysFrom } from "@/lib/codes/queries";
import { clock } from "@/lib/core/clock";
import { deadlinePieces, todayInHarbin, type DeadlinePieces } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { partyName } from "../party-name";
import type { ContractRow, RegistrationRow } from "../queries";
import { unverifiedDue, type Due } from "./due-after";
import { canSeeRegistrations } from "./policy";
import { judgedStatuses, type RegistrationStatus } from "./states";

/** Working days left until the day on which a registration is due, and whether the limit behind it is still to be checked. */
export type DueStanding = DeadlinePieces & { unverified: boolean };

export type QueueLine = {
  contractId: string; number: string; title: string; type: ContractRow["type"]; totalFen: number; technicalFen: number; seller: string; buyer: string;
  status: RegistrationStatus; submittedAt: Date | null; due: DueStanding | null; officialNumber: string | null; registeredOn: string | null; recognisedTotalFen: number | null; demo: boolean;
  /** The parties have ended the contract. */
  ended: boolean;
};

/** What the bureau has to do, in the order in which it is due; and what it has done. */
export const queueTabs = {
  waiting: ["submitted"],
  open: ["accepted", "expert_review"],
  correction: ["correction"],
  registered: ["registered", "changed"],
  closed: ["refused", "cancelled", "undone"],
} as const satisfies Record<string, readonly RegistrationStatus[]>;
export type QueueTab = keyof typeof queueTabs;

export function queueTab(text: string | undefined): QueueTab {
  return (Object.keys(queueTabs) as QueueTab[]).find((one) => one === text) ?? "waiting";
}

/**
 * What its own sides took back before they ever handed it in was never the bureau's; what was undone with its whole import has never been (an imported
 * record that only gave way to another of its number stays).
 */
const undoneAndTold = or(
  and(eq(contracts.origin, "deal"), isNotNull(registrations.submittedAt)),
  and(eq(contracts.origin, "ledger"), sql`not exists (select 1 from imports i where i.id = ${contracts.importId} and i.status = 'undone')`),
);

/** @throws NotFound for everybody outside the bureau */
export async function listRegistrations(actor: Actor, filter: { tab: QueueTab; q?: string | null }, request: PageRequest): Promise<Page<QueueLine>> {
  if (!canSeeRegistrations(actor)) throw new NotFound();
  const pattern = containing(filter.q);
  const where: SQL | undefined = and(
    inArray(registrations.status, [...queueTabs[filter.tab]]), or(ne(registrations.status, "undone"), undoneAndTold),
    pattern ? or(ilike(contracts.title, pattern), ilike(contracts.number, pattern), ilike(registrations.officialNumber, pattern)) : undefined,
  );
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(registrations).innerJoin(contracts, eq(contracts.id, registrations.contractId)).where(where);
  const order = filter.tab === "registered" || filter.tab === "closed" ? [sql`${registrations.recordedAt} desc nulls last`] : [sql`${registrations.dueOn} asc nulls first`, asc(registrations.submittedAt)];
  const rows = await db()
    .select({ contract: contracts, registration: registrations, seller: partyName("seller"), buyer: partyName("buyer") })
    .from(registrations).innerJoin(contracts, eq(contracts.id, registrations.contractId)).where(where).orderBy(...order, asc(contracts.number)).limit(request.size).offset(offsetOf(request));
  const due = await dueStanding();
  return { ...request, total: total?.n ?? 0, rows: rows.map(({ contract, registration, seller, buyer }) => queueItem(contract, registration, due(registration), seller, buyer)) };
}

/** Counted by the calendar by which the due date itself was. */
export async function dueStanding(): Promise<(registration: Due) => DueStanding | null> {
  const holidays = await holidaysFrom(db());
  const [unverified, today] = [await unverifiedDue(db(), holidays), todayInHarbin(clock.now())];
  return (registration) => (registration.dueOn ? { ...deadlinePieces(registration.dueOn, today, { kind: "working", holidays }), unverified: unverified(registration) } : null);
}

function queueItem(contract: ContractRow, registration: RegistrationRow, due: DueStanding | null, seller: string, buyer: string): QueueLine {
  return {
    contractId: contract.id, number: contract.number, title: contract.title, type: contract.type, totalFen: contract.totalFen, technicalFen: contract.technicalFen, seller, buyer,
    status: registration.status, submittedAt: registration.submittedAt, due, officialNumber: registration.officialNumber,
    registeredOn: registration.registeredOn, recognisedTotalFen: registration.recognisedTotalFen, demo: contract.demo, ended: contract.status === "terminated",
  };
}

/** Numbers for the tabs of the queue. Only of what was undone the contract is asked for: the others are nearly all there are. */
export async function countRegistrations(actor: Actor): Promise<Record<QueueTab, number>> {
  if (!canSeeRegistrations(actor)) throw new NotFound();
  const n = sql<number>`count(*)`.mapWith(Number);
  const [rows, [undone]] = await Promise.all([
    db().select({ status: registrations.status, n }).from(registrations).where(ne(registrations.status, "undone")).groupBy(registrations.status),
    db().select({ n }).from(registrations).innerJoin(contracts, eq(contracts.id, registrations.contractId)).where(and(eq(registrations.status, "undone"), undoneAndTold)),
  ]);
  const counted = (statuses: readonly RegistrationStatus[]) => rows.filter((row) => statuses.includes(row.status)).reduce((sum, row) => sum + row.n, 0);
  return { waiting: counted(queueTabs.waiting), open: counted(queueTabs.open), correction: counted(queueTabs.correction), registered: counted(queueTabs.registered), closed: counted(queueTabs.closed) + (undone?.n ?? 0) };
}

/** What a registrar has to act on: to accept, and to decide. Null for whoever does not register: nothing of it waits for them. */
export async function countToRegister(actor: Actor): Promise<number | null> {
  return mayAtBureau(actor, "review") ? db().$count(registrations, inArray(registrations.status, [...judgedStatuses])) : null;
}
