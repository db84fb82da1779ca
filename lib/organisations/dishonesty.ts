import { and, asc, desc, eq, ilike, or, sql, type SQL } from "drizzle-orm";
import { db, type Reader, type Tx } from "@/db/client";
import { dishonestyMarks, organisations, publicName, users } from "@/db/schema";
import { isBureau, type Actor, type OrganisationKind } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { findOrganisation, type OrganisationRow } from "./find-organisation";
import { markStates, type MarkState } from "./states";

/** Marks that stand today: a condition on rows of dishonesty_marks under the name `d`. */
export function standsToday(): SQL {
  const today = todayInHarbin(clock.now());
  return sql`d.ended_at is null and d.listed_on <= ${today}::date and (d.until_on is null or d.until_on >= ${today}::date)`;
}

/** True in a row whose organisation is on the list today. @param organisationId a column of the query around it, with the name of its table */
export function isBarred(organisationId: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from dishonesty_marks d where d.organisation_id = ${organisationId} and ${standsToday()})`;
}

/** The same as `barredAmong` inside another query. @param organisationIds ids, or columns of the query around it with the names of their tables */
export function barredOf(organisationIds: readonly [SQL, ...SQL[]]): SQL<string[]> {
  return sql<string[]>`array(select distinct d.organisation_id from dishonesty_marks d where d.organisation_id in (${sql.join([...organisationIds], sql`, `)}) and ${standsToday()})`;
}

/** Those among these organisations that are on the list today: nothing new begins with them. */
export async function barredAmong(reader: Reader, organisationIds: readonly (string | null | undefined)[]): Promise<string[]> {
  const ids = organisationIds.filter((id) => !!id);
  if (ids.length === 0) return [];
  const list = sql.join(ids.map((id) => sql`${id}::uuid`), sql`, `);
  const { rows } = await reader.execute<{ id: string }>(sql`select distinct d.organisation_id as id from dishonesty_marks d where d.organisation_id in (${list}) and ${standsToday()}`);
  return rows.map((row) => row.id);
}

/** Everybody who is on the list today, by what tells them apart; they are few. For what names an organisation in writing. */
export async function listBarred(reader: Reader): Promise<{ id: string; names: string[]; creditCode: string | null }[]> {
  const rows = await reader.select({ id: organisations.id, name: organisations.name, verifiedName: organisations.verifiedName, creditCode: organisations.creditCode }).from(organisations).where(isBarred(sql`organisations.id`));
  return rows.map(({ name, verifiedName, ...row }) => ({ ...row, names: [name, verifiedName].filter((one) => one !== null) }));
}

export type MarkRow = OrganisationRow & { mark: typeof dishonestyMarks.$inferSelect };

/** A mark with its organisation, for the bureau. @throws NotFound for everybody else */
export async function findMark(tx: Tx, actor: Actor, markId: string): Promise<MarkRow> {
  const [mark] = isBureau(actor) ? await tx.select().from(dishonestyMarks).where(eq(dishonestyMarks.id, markId)) : [];
  if (!mark) throw new NotFound();
  return { ...(await findOrganisation(tx, mark.organisationId)), mark };
}

export type StandingMark = { reason: string; source: string; listedOn: string; untilOn: string | null };

/** The mark of an organisation that stands today, if there is one. Its page shows day and source; the reason is for the organisation and the bureau. */
export async function findStandingMark(organisationId: string): Promise<StandingMark | null> {
  const { rows } = await db().execute<StandingMark>(sql`
    select d.reason, d.source, d.listed_on as "listedOn", d.until_on as "untilOn" from dishonesty_marks d
    where d.organisation_id = ${organisationId} and ${standsToday()} order by d.listed_on limit 1`);
  return rows[0] ?? null;
}

export type MarkLine = StandingMark & { id: string; organisation: { id: string; name: string; kind: OrganisationKind; creditCode: string | null }; state: MarkState; endingNote: string | null; markedBy: string; markedAt: Date; endedAt: Date | null };

/** What has been put on the list, newest first. @throws NotFound outside the bureau */
export async function listMarks(actor: Actor, filter: { state?: MarkState | undefined; q?: string | undefined }, request: PageRequest): Promise<Page<MarkLine> & { counts: Record<MarkState, number> }> {
  if (!isBureau(actor)) throw new NotFound();
  const state = sql<MarkState>`coalesce(${dishonestyMarks.ending}, case when ${dishonestyMarks.untilOn} < ${todayInHarbin(clock.now())}::date then 'over' else 'standing' end)`;
  const like = containing(filter.q);
  const named = like ? or(ilike(organisations.name, like), ilike(organisations.verifiedName, like), ilike(organisations.creditCode, like)) : undefined;
  const rows = await db().select({ mark: dishonestyMarks, organisation: { id: organisations.id, name: publicName(), kind: organisations.kind, creditCode: organisations.creditCode }, state, markedBy: users.name })
    .from(dishonestyMarks).innerJoin(organisations, eq(organisations.id, dishonestyMarks.organisationId)).innerJoin(users, eq(users.id, dishonestyMarks.markedBy))
    .where(and(named, filter.state ? sql`${state} = ${filter.state}` : undefined)).orderBy(desc(dishonestyMarks.markedAt), desc(dishonestyMarks.id)).limit(request.size).offset(offsetOf(request));
  const counted = await db().select({ state, n: sql<number>`count(*)`.mapWith(Number) }).from(dishonestyMarks).innerJoin(organisations, eq(organisations.id, dishonestyMarks.organisationId)).where(named).groupBy(sql`1`);
  const counts = Object.fromEntries(markStates.map((one) => [one, counted.find((row) => row.state === one)?.n ?? 0])) as Record<MarkState, number>;
  const total = filter.state ? counts[filter.state] : counted.reduce((sum, row) => sum + row.n, 0);
  return { ...request, total, counts, rows: rows.map(({ mark, ...row }) => ({ ...row, id: mark.id, reason: mark.reason, source: mark.source, listedOn: mark.listedOn, untilOn: mark.untilOn, endingNote: mark.endingNote, markedAt: mark.markedAt, endedAt: mark.endedAt })) };
}

export type MarkCandidate = { id: string; name: string; kind: OrganisationKind; creditCode: string | null };

/** Organisations by name or code, at most ten, or the one with this id: of whom the bureau may mean one. @throws NotFound outside the bureau */
export async function findToMark(actor: Actor, asked: { q?: string | undefined; id?: string | undefined }): Promise<MarkCandidate[]> {
  if (!isBureau(actor)) throw new NotFound();
  const like = containing(asked.q);
  const which = isId(asked.id) ? eq(organisations.id, asked.id) : like ? or(ilike(organisations.name, like), ilike(organisations.verifiedName, like), ilike(organisations.creditCode, like)) : sql`false`;
  return db().select({ id: organisations.id, name: publicName(), kind: organisations.kind, creditCode: organisations.creditCode }).from(organisations)
    .where(and(which, sql`${organisations.kind} <> 'bureau'`)).orderBy(sql`length(${publicName()})`, asc(organisations.id)).limit(10);
}
