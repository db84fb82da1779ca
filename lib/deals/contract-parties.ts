import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brokers, organisations, publicName, users } from "@/db/schema";
import { institutionNatures } from "@/lib/codes/lists";
import { isAbroad, isPlace } from "@/lib/codes/places";
import type { NewParty } from "@/lib/contracts/create";
import { bareName, linkedTo, organisationsMeant } from "@/lib/contracts/known-parties";
import type { CorrectedParties, PartyInput } from "@/lib/contracts/input";
import type { PartyRow } from "@/lib/contracts/queries";
import type { PartySide } from "@/lib/contracts/states";
import { Invalid, type FieldProblem } from "@/lib/core/errors";
import { listBarred } from "@/lib/organisations/dishonesty";
import type { DealForActor } from "./queries";
import { dealSides, type DealSide } from "./states";

type Sides = Pick<DealForActor, "sellerId" | "buyerId">;
type Problems = Record<string, FieldProblem>;
type Wanted = { side: DealSide; organisationId: string; given: PartyInput[] | undefined; told: { place: string; nature: string | null | undefined }; standing?: readonly PartyRow[] };

/**
 * The first party of a side is the deal's own organisation; it registers when it sells (domain B4). `standing`: those of the record that is mended. They keep
 * the name and code with which they signed, whatever has become of them since.
 */
async function sideParties(
  tx: Tx, { side, organisationId, given, told, standing = [] }: Wanted, problems: Problems,
): Promise<NewParty[]> {
  const typed: PartyInput[] = given && given.length > 0 ? given : [{ organisationId, name: null, creditCode: null, nature: null, place: null, shareBasisPoints: 10_000 }];
  if (!typed.some((one) => one.organisationId === organisationId)) problems[`${side}s`] = { code: "own_party_missing" };
  // A form knows further parties by their names only: one that is on the platform stays linked to it.
  const wanted = typed.map((one) => ({ ...one, organisationId: one.organisationId ?? standing.find((row) => isSame(row, one))?.organisationId ?? null }));
  const [ids, stood] = [wanted.flatMap((one) => (one.organisationId ? [one.organisationId] : [])), standing.flatMap((one) => (one.organisationId ? [one.organisationId] : []))];
  // An id that the form never offers still gives the organisation the contract to read: only what everybody may know is taken, and
  // whatever is wrong with it is answered alike. Held like the two sides (`sidesObstacle`), who have been looked at already.
  const fit = or(inArray(organisations.id, [organisationId, ...stood]), and(eq(organisations.verification, "verified"), isNull(organisations.suspendedAt)));
  const known = await tx.select().from(organisations).where(and(inArray(organisations.id, ids), fit)).orderBy(organisations.id).for("share");
  // Who is typed becomes a party as typed; that it is on the platform only lets it read the contract, by the rule of the imported ledger.
  const meant = (one: PartyInput) => ({ name: one.name ?? "", creditCode: one.creditCode ?? null });
  const linkable = await organisationsMeant(tx, wanted.filter((one) => one.organisationId === null).map(meant));
  return wanted.map((one, index) => {
    const organisation = known.find((row) => row.id === one.organisationId);
    const before = organisation ? standing.find((row) => row.organisationId === organisation.id) : undefined;
    const name = before?.name ?? organisation?.verifiedName ?? organisation?.name ?? (one.organisationId ? "" : one.name) ?? "";
    if (!name) problems[`${side}s.${index}.name`] = { code: one.organisationId ? "party_unknown" : "required" };
    const own = one.organisationId === organisationId;
    const place = (own ? told.place : one.place) ?? (before ? null : organisation?.districtCode) ?? "";
    if (!isPlace(place)) problems[own ? `${side}Place` : `${side}s.${index}.place`] = { code: "choose" };
    return {
      side, position: index + 1, shareBasisPoints: one.shareBasisPoints, registers: side === "seller" && own, organisationId: one.organisationId === null ? linkedTo(linkable, meant(one)) : (organisation?.id ?? null), userId: null, name,
      creditCode: (before ? before.creditCode : organisation?.creditCode) ?? one.creditCode, nature: natureOf(own ? told.nature : (one.nature ?? (before ? null : undefined)), organisation),
      districtCode: isAbroad(place) ? null : place, country: isAbroad(place) ? place : "CN",
    };
  });
}

type Asked = Partial<CorrectedParties>;

/** Both sides of a contract as it is recorded. @throws Invalid with all that is wrong with any party */
export async function partiesOf(tx: Tx, deal: Sides, input: Asked): Promise<NewParty[]> {
  const problems: Problems = {}, parties: NewParty[] = [];
  for (const side of dealSides) parties.push(...(await sideParties(tx, { side, organisationId: deal[`${side}Id`], given: input[`${side}s`], told: { place: input[`${side}Place`] ?? "", nature: input[`${side}Nature`] } }, problems)));
  sayTwice(parties, problems);
  await sayBarred(tx, parties, deal, problems);
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return parties;
}

/** Emptied by hand it is empty; where nothing is said the organisation's own word holds. */
function natureOf(told: string | null | undefined, organisation: { nature: string | null } | undefined): string | null {
  return told === undefined ? natureCode(organisation?.nature) : told;
}

/** The same name, and no code that says otherwise. */
function isSame(row: Pick<PartyRow, "name" | "creditCode">, one: { name?: string | null | undefined; creditCode?: string | null | undefined }): boolean {
  return !!one.name && bareName(row.name) === bareName(one.name) && (!row.creditCode || !one.creditCode || row.creditCode === one.creditCode);
}

/** The two sides of a record as they should have been recorded, or null where that is what they are. What nothing is said of stays. */
export async function mendedParties(tx: Tx, deal: Sides, all: readonly PartyRow[], input: Asked): Promise<NewParty[] | null> {
  if ([input.sellers, input.buyers, input.sellerPlace, input.buyerPlace, input.sellerNature, input.buyerNature].every((one) => one === undefined)) return null;
  const standing = all.filter((one) => one.side !== "broker");
  const problems: Problems = {}, mended: NewParty[] = [];
  for (const side of dealSides) {
    const organisationId = deal[`${side}Id`], place = input[`${side}Place`], nature = input[`${side}Nature`];
    const rows = standing.filter((one) => one.side === side), own = rows.find((one) => one.organisationId === organisationId);
    const told = { place: place ?? (own ? placeOf(own) : ""), nature: nature === undefined ? (own?.nature ?? null) : nature };
    const given = input[`${side}s`] ?? rows.map((row) => ({ ...row, place: placeOf(row), shareBasisPoints: row.shareBasisPoints ?? 0 }));
    mended.push(...(await sideParties(tx, { side, organisationId, given, told, standing }, problems)));
  }
  sayTwice(mended, problems);
  // Who stands in it has been taken in already; what has begun with them goes on.
  await sayBarred(tx, mended.filter((one) => !standing.some((row) => (row.organisationId ? row.organisationId === one.organisationId : isSame(row, one)))), deal, problems);
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return dealSides.every((side) => partyLines(mended, side).join() === partyLines(standing, side).join()) ? null : mended;
}

function placeOf(row: { districtCode?: string | null; country?: string }): string {
  return row.districtCode ?? row.country ?? "";
}

type Described = Pick<NewParty, "side" | "position" | "name" | "creditCode" | "nature" | "shareBasisPoints" | "districtCode" | "country">;

/** One side's parties as an event keeps them: name, code, nature, share and place, between tabs, which no name holds. The page words the codes. */
export function partyLines(parties: readonly Described[], side: PartySide): string[] {
  return parties.filter((one) => one.side === side).toSorted((a, b) => a.position - b.position)
    .map((one) => [one.name, one.creditCode ?? "", one.nature ?? "", one.shareBasisPoints ?? "", placeOf({ districtCode: one.districtCode ?? null, country: one.country ?? "CN" })].join("\t"));
}

/**
 * With an organisation on the list of serious dishonesty nothing new begins: it does not become a further party of a contract either, by its id, its code or
 * its name where no other code stands beside that. What has begun between the two sides of the deal goes on, so they are not asked.
 */
async function sayBarred(tx: Tx, parties: readonly NewParty[], { sellerId, buyerId }: Sides, problems: Problems): Promise<void> {
  const further = parties.filter((one) => one.organisationId !== sellerId && one.organisationId !== buyerId);
  if (further.length === 0) return;
  const barred = await listBarred(tx);
  for (const { side, position, name, creditCode, organisationId } of further) {
    const found = barred.some((one) => one.id === organisationId || (!!creditCode && one.creditCode === creditCode)
      || ((!creditCode || !one.creditCode) && one.names.some((other) => bareName(other) === bareName(name))));
    if (found) problems[`${side}s.${position - 1}.name`] ??= { code: "party_barred", values: { name } };
  }
}

/** Nobody is a party twice, least of all its own: the amount would be bought from oneself. The first of each side is the deal's own, so the other one is named. */
function sayTwice(parties: readonly NewParty[], problems: Problems): void {
  const known = new Set<string>();
  for (const { side, position, name, creditCode, organisationId } of parties.toSorted((a, b) => a.position - b.position)) {
    const marks = [bareName(name), creditCode, organisationId].filter((mark) => !!mark) as string[];
    if (marks.some((mark) => known.has(mark))) problems[`${side}s.${position - 1}.name`] ??= { code: "party_twice", values: { name } };
    for (const mark of marks) known.add(mark);
  }
}

/** An organisation says what it is in the words of the sign-up; the national form wants its own three digits. */
export function natureCode(nature: string | null | undefined): string | null {
  return institutionNatures.find((entry) => entry.code === nature)?.nature ?? nature ?? null;
}

/** A broker who is in the room stands in the contract with their agency, so that it stays readable for both. */
export async function brokerParties(tx: Tx, deal: DealForActor): Promise<NewParty[]> {
  const ids = deal.participants.filter((one) => one.role === "broker" && one.status === "active").map((one) => one.userId);
  if (ids.length === 0) return [];
  const rows = await tx.select({ userId: brokers.userId, name: users.name, organisationId: brokers.organisationId, organisation: sql<string | null>`${publicName()}` })
    .from(brokers).innerJoin(users, eq(users.id, brokers.userId)).leftJoin(organisations, eq(organisations.id, brokers.organisationId)).where(inArray(brokers.userId, ids)).orderBy(asc(users.name));
  return rows.map((row, index) => ({
    side: "broker", position: index + 1, shareBasisPoints: null, registers: false, organisationId: row.organisationId, userId: row.userId,
    name: row.organisation ? `${row.organisation}\u3000${row.name}` : row.name,
    creditCode: null, nature: null, districtCode: null, country: "CN",
  }));
}
