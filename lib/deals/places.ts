import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dealParticipants, memberships, users } from "@/db/schema";
import { administratorsOf } from "@/lib/organisations/deciders";
import type { DealSide, ParticipantRole } from "./states";

type Room = { id: string; sellerId: string; buyerId: string };

export const inTheRoom = ["active", "invited"] as const;

/**
 * May this person no longer stand in a room: for this organisation, or (without one) at all? Held, so that who leaves at this moment leaves after the
 * act, and the reader of their leaving finds them in the room.
 */
export async function isGone(tx: Tx, userId: string, organisationId: string | null): Promise<boolean> {
  const active = and(eq(users.id, userId), isNull(users.suspendedAt));
  const [here] = organisationId
    ? await tx.select({ id: users.id }).from(users).innerJoin(memberships, eq(memberships.userId, users.id)).where(and(active, eq(memberships.organisationId, organisationId))).for("share")
    : await tx.select({ id: users.id }).from(users).where(active).for("share");
  return !here;
}

/** Who stands for an organisation: this person, or where they have gone its administrators. */
export async function presentOrHeirs(tx: Tx, userId: string, organisationId: string): Promise<string[]> {
  return (await isGone(tx, userId, organisationId)) ? (await administratorsOf(tx, organisationId)).map((one) => one.userId) : [userId];
}

/** They stand in the room for this side. Who is in it for something else, as its broker, stays what they are. */
export async function bringIn(tx: Tx, dealId: string, side: DealSide, userIds: readonly string[], at: Date): Promise<void> {
  const standing = { role: side, status: "active" as const, since: at };
  for (const userId of userIds) {
    await tx.insert(dealParticipants).values({ dealId, userId, ...standing })
      .onConflictDoUpdate({ target: [dealParticipants.dealId, dealParticipants.userId], set: standing, setWhere: and(eq(dealParticipants.role, side), eq(dealParticipants.status, "left")) });
  }
}

/** Somebody leaves the room; the administrators of their side stand in it instead. A broker has nobody behind them. @returns as what they were in it; null where they were not */
export async function passOnPlace(tx: Tx, deal: Room, userId: string, at: Date): Promise<ParticipantRole | null> {
  const [gone] = await tx.update(dealParticipants).set({ status: "left", since: at })
    .where(and(eq(dealParticipants.dealId, deal.id), eq(dealParticipants.userId, userId), inArray(dealParticipants.status, inTheRoom))).returning({ role: dealParticipants.role });
  if (!gone) return null;
  if (gone.role !== "broker") await bringIn(tx, deal.id, gone.role, (await administratorsOf(tx, deal[`${gone.role}Id`])).map((one) => one.userId), at);
  return gone.role;
}

/** A deal that is taken up again has stood still while people came and went: the places of who has gone are passed on now. */
export async function passOnPlaces(tx: Tx, deal: Room & { participants: readonly { userId: string; role: ParticipantRole; status: string }[] }, at: Date): Promise<void> {
  for (const { userId, role } of deal.participants.filter(({ status }) => (inTheRoom as readonly string[]).includes(status))) {
    if (await isGone(tx, userId, role === "broker" ? null : deal[`${role}Id`])) await passOnPlace(tx, deal, userId, at);
  }
}
