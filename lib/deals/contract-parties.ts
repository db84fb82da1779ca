import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brokers, organisations, publicName, users } from "@/db/schema";
import { institutionNatures } from "@/lib/codes/lists";
import { isAbroad, isPlace } from "@/lib/codes/places";
import type { NewParty } from "@/lib/contracts/create";
import type { PartySide } from "@/lib/contracts/states";
import { Invalid } from "@/lib/core/errors";
import { listBarred } from "@/lib/organisations/dishonesty";
import type { PartyInput } from "./input";
import type { DealForActor } from "./queries";

/** The first party of a side is the deal's own organisation; it registers when it sells (domain B4). */
export async function sideParties(
  tx: Tx, side: Exclude<PartySide, "broker">, organisationId: string, given: PartyInput[] | undefined, told: { place: string; nature: string | null },
): Promise<NewParty[]> {
  const wanted: PartyInput[] = given && given.length > 0 ? given : [{ organisationId, name: null, creditCode: null, nature: null, place: null, shareBasisPoints: 10_000 }];
  if (!wanted.some((one) => one.organisationId === organisationId)) throw new Invalid({ [`${side}s`]: { code: "own_party_missing" } });
  const ids = wanted.flatMap((one) => (one.organisationId ? [one.organisationId] : []));
  // An id that the form never offers still gives the organisation the contract to read: only what everybody may know is taken, and
  // whatever is wrong with it is answered alike. Held like the two sides (`sidesObstacle`), who have been looked at already.
  const fit = or(eq(organisations.id, organisationId), and(eq(organisations.verification, "verified"), isNull(organisations.suspendedAt)));
  const known = await tx.select().from(organisations).where(and(inArray(organisations.id, ids), fit)).orderBy(organisations.id).for("share");
  return wanted.map((one, index) => {
    const organisation = known.find((row) => row.id === one.organisationId);
    if (one.organisationId && !organisation) throw new Invalid({ [`${side}s.${index}.name`]: { code: "party_unknown" } });
    const name = organisation?.verifiedName ?? organisation?.name ?? one.name;
    if (!name) throw new Invalid({ [`${side}s.${index}.name`]: { code: "required" } });
    const own = one.organisationId === organisationId;
    const place = (own ? told.place : one.place) ?? organisation?.districtCode;
    if (!place || !isPlace(place)) throw new Invalid({ [own ? `${side}Place` : `${side}s.${index}.place`]: { code: "choose" } });
    return {
      side, position: index + 1, shareBasisPoints: one.shareBasisPoints, registers: side === "seller" && own, organisationId: organisation?.id ?? null, userId: null, name,
      creditCode: organisation?.creditCode ?? one.creditCode, nature: (own ? told.nature : one.nature) ?? natureCode(organisation?.nature),
      districtCode: isAbroad(place) ? null : place, country: isAbroad(place) ? place : "CN",
    };
  });
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
