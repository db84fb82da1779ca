import { readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { brokers, dealParticipants, deals, interests, listings, notifications } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { system, visitor, type Membership, type Person } from "@/lib/core/actor";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { noticeKey } from "@/lib/notifications/notice-key";
import { leaveOrganisation } from "@/lib/organisations/leave";
import { removeMember } from "@/lib/organisations/remove-member";
import { restoreUser } from "@/lib/users/restore";
import { suspendUser } from "@/lib/users/suspend";
import { follow } from "@/lib/worker/follow";
import { handOverDeal } from "./hand-over";
import { getDealRoom } from "./queries";
import type { ParticipantRole } from "./states";

useDatabase();

let university: Membership, enterprise: Membership;
let chief: Person, second: Person, buyer: Person, operator: Person, stranger: Person;

beforeAll(async () => {
  university = await makeOrganisation({ name: "卖方大学" });
  enterprise = await makeOrganisation({ kind: "enterprise", name: "买方公司" });
  chief = await makePerson({ organisation: university, roles: ["administrator"] });
  second = await makePerson({ organisation: university, roles: ["administrator", "editor"] });
  buyer = await makePerson({ organisation: enterprise, roles: ["administrator"] });
  operator = await makePerson({ operator: true });
  stranger = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }) });
});

const editor = () => makePerson({ organisation: university, roles: ["editor"] });
let made = 0;

/** A deal with these people in the room, as `open` would have left it. */
async function dealWith(people: [Person, ParticipantRole][], status: "open" | "completed" = "open"): Promise<string> {
  const [id, interestId, listingId, at] = [newId(), newId(), newId(), new Date()];
  made += 1;
  await db().transaction(async (tx) => {
    await tx.insert(listings).values({ id: listingId, kind: "achievement", number: `C-2031-${made}`, organisationId: university.organisationId, status: "draft", createdAt: at, updatedAt: at });
    await tx.insert(interests).values({ id: interestId, targetListingId: listingId, fromOrganisationId: enterprise.organisationId, toOrganisationId: university.organisationId, message: "想谈谈", status: "accepted", sentBy: buyer.userId, sentAt: at, expiresAt: at });
    await tx.insert(deals).values({ id, number: `D-2031-${made}`, title: "叶片成型工艺", interestId, achievementId: listingId, sellerId: university.organisationId, buyerId: enterprise.organisationId, status, stageSince: at, openedAt: at, ...(status === "completed" ? { endedAt: at } : {}) });
    await tx.insert(dealParticipants).values(people.map(([person, role]) => ({ dealId: id, userId: person.userId, role, status: "active" as const, since: at })));
  });
  return id;
}

async function inRoom(dealId: string): Promise<string[]> {
  const rows = await db().select().from(dealParticipants).where(and(eq(dealParticipants.dealId, dealId), eq(dealParticipants.status, "active")));
  return rows.map((row) => row.userId).sort();
}

async function toldOf(person: Person): Promise<string[]> {
  const rows = await db().select().from(notifications).where(eq(notifications.userId, person.userId));
  return rows.map((row) => row.kind).sort();
}
const sentences = JSON.parse(readFileSync("lib/messages/zh-CN/notices.json", "utf8")) as Record<string, string>;
const ids = (...people: Person[]) => people.map((one) => one.userId).sort();

describe("somebody who goes", () => {
  it("leaves open deals to the administrators of that side, who are told; closed deals stay as they were", async () => {
    const leaver = await editor();
    const [open, closed] = [await dealWith([[leaver, "seller"], [buyer, "buyer"]]), await dealWith([[leaver, "seller"], [buyer, "buyer"]], "completed")];
    await leaveOrganisation(leaver, { organisationId: university.organisationId });
    expect(await follow()).toEqual([]);
    expect(await inRoom(open)).toEqual(ids(chief, second, buyer));
    expect(await inRoom(closed)).toEqual(ids(leaver, buyer));
    for (const administrator of [chief, second]) expect(await toldOf(administrator)).toEqual(["deal.handed_over", "member.left"]);
    expect(await toldOf(buyer)).toEqual([]);
    expect((await getDealRoom(chief, open)).people.filter((one) => one.status === "active").map((one) => one.name)).not.toContain(leaver.name);
    expect(await follow()).toEqual([]);
    expect(await toldOf(chief)).toEqual(["deal.handed_over", "member.left"]);
  });

  it("is told, as are the other administrators, when somebody else ends it", async () => {
    const member = await editor();
    await removeMember(second, { organisationId: university.organisationId, userId: member.userId });
    await follow();
    expect(await toldOf(member)).toEqual(["member.removed"]);
    expect(await toldOf(chief)).toContain("member.removed.administrator");
    expect(await toldOf(second), "who did it knows").not.toContain("member.removed.administrator");
  });

  it("is told by mail of a closed account; who is open again before the job runs keeps their deals", async () => {
    const member = await editor();
    const deal = await dealWith([[member, "seller"], [buyer, "buyer"]]);
    await suspendUser(operator, { userId: member.userId, reason: "lost telephone" });
    await restoreUser(operator, { userId: member.userId });
    await follow();
    expect(await inRoom(deal)).toEqual(ids(member, buyer));
    await suspendUser(operator, { userId: member.userId, reason: "left the city" });
    await follow();
    expect(await inRoom(deal)).toEqual(ids(chief, second, buyer));
    expect(await toldOf(member)).toEqual(["user.restored.person", "user.suspended.person", "user.suspended.person"]);
  });

  it("as a broker without an organisation: both sides are told, so that they can ask another", async () => {
    const broker = await makePerson();
    await db().insert(brokers).values({ id: newId(), userId: broker.userId, status: "approved", introduction: "做过多年技术转移。", appliedAt: new Date() });
    const deal = await dealWith([[chief, "seller"], [buyer, "buyer"], [broker, "broker"]]);
    await suspendUser(operator, { userId: broker.userId, reason: "mandate withdrawn" });
    await follow();
    expect(await inRoom(deal)).toEqual(ids(chief, buyer));
    for (const person of [chief, second, buyer]) expect(await toldOf(person)).toContain("deal.handed_over.broker");
    expect(await toldOf(broker)).toEqual(["user.suspended.person"]);
  });

  it("is told of in words, whoever is told", async () => {
    const kinds = await db().selectDistinct({ kind: notifications.kind }).from(notifications);
    expect(kinds.map(({ kind }) => kind).filter((kind) => !sentences[noticeKey(kind)])).toEqual([]);
  });

  it("hands over only by the event's own job, only open deals, and only once", async () => {
    const member = await editor();
    const deal = await dealWith([[member, "seller"], [buyer, "buyer"]]);
    const input = { dealId: deal, userId: member.userId };
    await expect(handOverDeal(visitor, input)).rejects.toThrow(NotFound);
    await expect(handOverDeal(stranger, input)).rejects.toThrow(NotFound);
    await expect(handOverDeal(chief, input)).rejects.toThrow(Forbidden);
    const closed = await dealWith([[member, "seller"]], "completed");
    await expect(handOverDeal(system("test"), { dealId: closed, userId: member.userId })).rejects.toThrow(Forbidden);
    const settled = await Promise.allSettled([handOverDeal(system("test"), input), handOverDeal(system("test"), input)]);
    expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(settled.find((one) => one.status === "rejected")?.reason).toBeInstanceOf(Conflict);
  });
});
