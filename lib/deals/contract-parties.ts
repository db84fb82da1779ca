import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brokers, organisations, publicName, users } from "@/db/schema";
import { institutionNatures } from "@/lib/codes/lists";
import { isAbroad, isPlace } from "@/lib/codes/places";
import type { NewParty } from "@/lib/contracts/create";
import type { CorrectedParties, PartyInput } from "@/lib/contracts/input";
import type { PartyRow } from "@/lib/contracts/queries";
import type { PartySide } from "@/lib/contracts/states";
import { Invalid } from "@/lib/core/errors";
import { listBarred } from "@/lib/organisations/dishonesty";
import type { DealForActor } from "./queries";
import { dealSides } from "./states";

type Told = { place: string; nature: string | null | undefined };

/**
 * The first party of a side is the deal's own organisation; it registers when it sells (domain B4). `standing`: those of the record that is mended. They keep
 * the name and code with which they signed, whatever has become of them since.
 */
export async function sideParties(
  tx: Tx, side: Exclude<PartySide, "broker">, organisationId: string, given: PartyInput[] | undefined, told: Told, standing: readonly PartyRow[] = [],
): Promise<NewParty[]> {
  const typed: PartyInput[] = given && given.length > 0 ? given : [{ organisationId, name: null, creditCode: null, nature: null, place: null, shareBasisPoints: 10_000 }];
  if (!typed.some((one) => one.organisationId === organisationId)) throw new Invalid({ [`${side}s`]: { code: "own_party_missing" } });
  // A form knows further parties by their names only: one that is on the platform stays linked to it.
  const wanted = typed.map((one) => ({ ...one, organisationId: one.organisationId ?? standing.find((row) => isSame(row, one))?.organisationId ?? null }));
  const [ids, stood] = [wanted.flatMap((one) => (one.organisationId ? [one.organisationId] : [])), standing.flatMap((one) => (one.organisationId ? [one.organisationId] : []))];
  // An id that the form never offers still gives the organisation the contract to read: only what everybody may know is taken, and
  // whatever is wrong with it is answered alike. Held like the two sides (`sidesObstacle`), who have been looked at already.
  const fit = or(inArray(organisations.id, [organisationId, ...stood]), and(eq(organisations.verification, "verified"), isNull(organisations.suspendedAt)));
  const known = await tx.select().from(organisations).where(and(inArray(organisations.id, ids), fit)).orderBy(organisations.id).for("share");
  return wanted.map((one, index) => {
    const organisation = known.find((row) => row.id === one.organisationId);
    if (one.organisationId && !organisation) throw new Invalid({ [`${side}s.${index}.name`]: { code: "party_unknown" } });
    const before = organisation ? standing.find((row) => row.organisationId === organisation.id) : undefined;
    const name = before?.name ?? organisation?.verifiedName ?? organisation?.name ?? one.name;
    if (!name) throw new Invalid({ [`${side}s.${index}.name`]: { code: "required" } });
    const own = one.organisationId === organisationId;
    const place = (own ? told.place : one.place) ?? (before ? null : organisation?.districtCode);
    if (!place || !isPlace(place)) throw new Invalid({ [own ? `${side}Place` : `${side}s.${index}.place`]: { code: "choose" } });
    return {
      side, position: index + 1, shareBasisPoints: one.shareBasisPoints, registers: side === "seller" && own, organisationId: organisation?.id ?? null, userId: null, name,
      creditCode: (before ? before.creditCode : organisation?.creditCode) ?? one.creditCode, nature: natureOf(own ? told.nature : (one.nature ?? (before ? null : undefined)), organisation),
      districtCode: isAbroad(place) ? null : place, country: isAbroad(place) ? place : "CN",
    };
  });
}

/** Emptied by hand it is empty; where nothing is said the organisation's own word holds. */
function natureOf(told: string | null | undefined, organisation: { nature: string | null } | undefined): string | null {
  return told === undefined ? natureCode(organisation?.nature) : told;
}

/** The same name, and no code that says otherwise. */
function isSame(row: Pick<PartyRow, "name" | "creditCode">, one: { name?: string | null | undefined; creditCode?: string | null | undefined }): boolean {
  return !!one.name && bare(row.name) === bare(one.name) && (!row.creditCode || !one.creditCode || row.creditCode === one.creditCode);
}

/** The two sides of a record as they should have been recorded, or null where that is what they are. What nothing is said of stays. */
export async function mendedParties(tx: Tx, deal: Pick<DealForActor, "sellerId" | "buyerId">, all: readonly PartyRow[], input: CorrectedParties): Promise<NewParty[] | null> {
  if (Object.values(input).every((one) => one === undefined)) return null;
  const standing = all.filter((one) => one.side !== "broker");
  const mended: NewParty[] = [];
  for (const side of dealSides) {
    const [ownId, given, place, nature] = side === "seller" ? [deal.sellerId, input.sellers, input.sellerPlace, input.sellerNature] : [deal.buyerId, input.buyers, input.buyerPlace, input.buyerNature];
    const rows = standing.filter((one) => one.side === side), own = rows.find((one) => one.organisationId === ownId);
    const told = { place: place ?? (own ? placeOf(own) : ""), nature: nature === undefined ? (own?.nature ?? null) : nature };
    mended.push(...(await sideParties(tx, side, ownId, given ?? rows.map((row) => ({ ...row, place: placeOf(row), shareBasisPoints: row.shareBasisPoints ?? 0 })), told, standing)));
  }
  assertDistinct(mended);
  // Who stands in it has been taken in already; what has begun with them goes on.
  await assertNoneBarred(tx, mended.filter((one) => !standing.some((row) => (one.organisationId ? row.organisationId === one.organisationId : isSame(row, one)))), [deal.sellerId, deal.buyerId]);
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

/** Names are compared without case, width and blanks. */
function bare(name: string): string {
  return name.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}

/**
 * With an organisation on the list of serious dishonesty nothing new begins: it does not become a further party of a contract either, by its id, its code or
 * its name where no other code stands beside that. What has begun between the two sides of the deal goes on, so they are not asked.
 */
export async function assertNoneBarred(tx: Tx, parties: readonly NewParty[], sideIds: readonly string[]): Promise<void> {
  const further = parties.filter((one) => !one.organisationId || !sideIds.includes(one.organisationId));
  if (further.length === 0) return;
  const barred = await listBarred(tx);
  for (const { side, position, name, creditCode, organisationId } of further) {
    const found = barred.some((one) => one.id === organisationId || (!!creditCode && one.creditCode === creditCode)
      || ((!creditCode || !one.creditCode) && one.names.some((other) => bare(other) === bare(name))));
    if (found) throw new Invalid({ [`${side}s.${position - 1}.name`]: { code: "party_barred", values: { name } } });
  }
}

/** Nobody is a party twice, least of all its own: the amount would be bought from oneself. The first of each side is the deal's own, so the other one is named. */
export function assertDistinct(parties: readonly NewParty[]): void {
  const known = new Set<string>();
  for (const { side, position, name, creditCode, organisationId } of parties.toSorted((a, b) => a.position - b.position)) {
    const marks = [bare(name), creditCode, organisationId].filter((mark) => !!mark) as string[];
    if (marks.some((mark) => known.has(mark))) throw new Invalid({ [`${side}s.${position - 1}.name`]: { code: "party_twice", values: { name } } });
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
