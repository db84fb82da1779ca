import { readdirSync } from "node:fs";
import path from "node:path";
import { count, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { achievementVersions, contracts, deals, dictionaryEntries, dishonestyMarks, events, files, imports, interests, invitations, joinRequests, listings, mails, memberships, organisations, reportedValues, reviewRemarks, reviews, sampleQueries, savedSearches, targets, termCorrections, users } from "@/db/schema";
import { createWorld } from "@/db/seed/world";
import { useDatabase } from "@/db/testing/database";
import type { Act } from "@/lib/command";
import { visitor, type Actor, type Person } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";

/** Acts that anybody may try: what stands at their door is a token or a password, not a right. */
const open = new Set(["user.registered", "user.email_verified", "user.reset_requested", "user.password_reset", "member.invitation_accepted"]);
/** Acts on oneself: another person has no way to name somebody else in them. */
const own = new Set(["user.profile_changed", "user.sessions_revoked", "user.agreed_to_terms", "user.verification_requested", "organisation.created", "member.join_requested", "broker.applied", "search.saved", "digest.settings_changed"]);
/** Acts that every verified organisation may do towards every other: the doors that count are the visitor's and the viewer's. */
const market = new Set(["interest.sent"]);
/** Draft acts create in the actor's own organisation; a stranger creates in theirs. */
const ownOrganisation = new Set(["achievement.drafted", "need.drafted"]);

const root = path.resolve(import.meta.dirname);

function actFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return ["data", "messages"].includes(entry.name) ? [] : actFiles(full);
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") ? [full] : [];
  });
}

async function allActs(): Promise<{ act: Act<unknown>; file: string }[]> {
  const found: { act: Act<unknown>; file: string }[] = [];
  for (const file of actFiles(root)) {
    const { readFileSync } = await import("node:fs");
    if (!/= command\(/.test(readFileSync(file, "utf8")) || file.endsWith("/command.ts")) continue;
    const exported = (await import(file)) as Record<string, unknown>;
    for (const value of Object.values(exported)) if (typeof value === "function" && "eventName" in value) found.push({ act: value as Act<unknown>, file: path.relative(root, file) });
  }
  return found;
}

/** Rows that the demo world has none of: without them an act would refuse because there is nothing, not because of who asks. */
async function furnish(): Promise<Record<string, string>> {
  const [organisation] = await db().select().from(organisations).where(eq(organisations.kind, "university")).limit(1);
  const [[first, second], [listing]] = [await db().select({ id: users.id }).from(users).limit(2), await db().select({ id: listings.id }).from(listings).limit(1)];
  const [at, organisationId, userId] = [new Date(), organisation!.id, first!.id];
  const ids = { invitationId: newId(), requestId: newId(), dishonestyId: newId(), correctionId: newId(), entryId: newId(), sampleId: newId(), searchId: newId(), mailId: newId() };
  await db().insert(invitations).values({ id: ids.invitationId, organisationId, email: "asked@example.com", roles: ["editor"], invitedBy: userId, invitedAt: at, expiresAt: new Date(at.getTime() + 86_400_000) });
  await db().insert(joinRequests).values({ id: ids.requestId, organisationId, userId: second!.id, requestedAt: at });
  await db().insert(dishonestyMarks).values({ id: ids.dishonestyId, organisationId, reason: "测试用的理由", source: "测试来源", listedOn: "2026-01-01", markedBy: userId, markedAt: at });
  await db().insert(termCorrections).values({ id: ids.correctionId, listingId: listing!.id, kind: "added", term: "门外词", madeBy: userId, madeAt: at });
  await db().insert(dictionaryEntries).values({ id: ids.entryId, kind: "word", members: ["门外词"], addedBy: userId, addedAt: at });
  await db().insert(sampleQueries).values({ id: ids.sampleId, query: "门外词", addedBy: userId, addedAt: at });
  await db().insert(savedSearches).values({ id: ids.searchId, userId, name: "门外词", query: "q=门外词", frequency: "daily", createdAt: at, lookedAt: at });
  await db().insert(mails).values({ id: ids.mailId, toAddress: "asked@example.com", template: "notice", values: {}, createdAt: at, givenUpAt: at });
  return ids;
}

/** One input with every name that an act may read: schemas drop what they do not know. */
async function inputFor(file: string, there: Record<string, string>): Promise<Record<string, unknown>> {
  const kind = file.startsWith("needs") ? "need" : "achievement";
  const [listing] = await db().select().from(listings).where(eq(listings.kind, kind)).limit(1);
  const [review] = await db().select().from(reviews).where(eq(reviews.subjectKind, kind)).limit(1);
  const [need] = await db().select().from(listings).where(eq(listings.kind, "need")).limit(1);
  const [achievement] = await db().select().from(listings).where(eq(listings.kind, "achievement")).limit(1);
  const [deal] = await db().select().from(deals).limit(1);
  const [contract] = await db().select().from(contracts).where(eq(contracts.origin, "deal")).limit(1);
  const [interest] = await db().select().from(interests).limit(1);
  const [organisation] = await db().select().from(organisations).where(eq(organisations.kind, "university")).limit(1);
  const [user] = await db().select({ id: users.id }).from(users).innerJoin(memberships, eq(memberships.userId, users.id)).where(eq(memberships.organisationId, organisation!.id)).limit(1);
  const [remark] = await db().select().from(reviewRemarks).limit(1);
  const [file_] = await db().select().from(files).limit(1);
  const [ledger] = await db().select().from(imports).limit(1);
  const [[target], [report]] = [await db().select().from(targets).limit(1), await db().select().from(reportedValues).limit(1)];
  const { rows: brokerRows } = await db().execute<{ id: string }>(sql`select id from brokers limit 1`);
  const day = "2026-06-01";
  return {
    listingId: listing!.id, reviewId: review?.id ?? newId(), reviewIds: [review?.id ?? newId()], needId: need!.id, achievementId: achievement!.id, dealId: deal!.id, contractId: contract!.id,
    interestId: interest!.id, targetListingId: achievement!.id, organisationId: organisation!.id, userId: user!.id, brokerId: brokerRows[0]?.id ?? newId(), remarkId: remark?.id ?? newId(), fileId: file_?.id ?? newId(), importId: ledger?.id ?? newId(),
    invitationId: there.invitationId, requestId: there.requestId, sessionId: newId(), session: newId(), lock: 0, ordinal: 1,
    reason: /matching|interests/.test(file) ? "other" : /deals\/end/.test(file) ? "price" : "一个说得过去的理由", note: "说明", text: "一段文字，足够长。", message: "一段留言，足够长的留言。", title: "标题足够长", name: "名称足够长", remark: "补正说明文字", answer: "已修改完毕",
    status: "changed", remarks: file.startsWith("organisations") ? { name: "请核对名称" } : [{ field: "summary", text: "请补充依据" }], verificationRemarks: { name: "请核对" }, classified: "no", promise: true, content: {}, roles: ["viewer"], email: "somebody@example.com", kind: file.startsWith("introductions") ? "contacted" : "enterprise", markId: file.startsWith("organisations") ? there.dishonestyId : newId(), side: "both", searchId: there.searchId, query: "q=碳纤维", threshold: "good", frequency: "daily", creditCode: "91350100M000100Y43",
    mode: "license", totalFen: 100_000, technicalFen: 90_000, payment: "一次付清", ownership: "归卖方所有", delivery: "交付资料", startsOn: day, endsOn: "2027-06-01", signedOn: day, type: "development", sellerPlace: "230103", buyerPlace: "230108", techArea: "03", closedOn: day, closingNote: "履行完毕",
    officialNumber: "2026230100999999", registeredOn: day, changedOn: day, cancelledOn: day, recognisedTotalFen: 100_000, recognisedTechnicalFen: 90_000, nextStep: "安排会面", nextSide: "seller",
    key: "registration.limit", effectiveFrom: day, sourceTitle: "测试来源", targetId: target!.id, reportId: report!.id, indicator: "contract_value", scopeKind: "city", scopeCode: "230100", year: 2026, value: 100, source: "测试来源", fileName: "a.xlsx", bytes: new Uint8Array([1]), buffer: new Uint8Array([1]), file: new File(["x"], "a.pdf"), introduction: "一段足够长的自我介绍文字，说明做过什么。", fieldCodes: [], decision: "accept", accept: true, districtCode: "230103", nature: "150", slug: "abc",
    correction: "added", term: "碳纤维", correctionId: there.correctionId, code: "EQ02", entryId: there.entryId, entryIds: [there.entryId], entryKind: "word", members: ["碳纤维"], sampleId: there.sampleId, version: 1,
    ending: "mistaken", listedOn: day, batch: 0, token: "x".repeat(80), mailId: there.mailId, audience: file.endsWith("draft.ts") ? {} : "public", contactName: "某人", contactPhone: "13800000000", address: "某地",
  };
}

describe("every door holds", () => {
  useDatabase();
  let stranger: Person;
  let viewer: Person;

  beforeAll(async () => {
    await createWorld({ size: "small", progress: () => undefined });
    const [organisation] = await db().select().from(organisations).where(eq(organisations.slug, "sljn"));
    const [other] = organisation ? [organisation] : await db().select().from(organisations).where(eq(organisations.kind, "enterprise")).limit(1);
    const involved = new Set((await db().execute<{ id: string }>(sql`select seller_id as id from deals union select buyer_id from deals union select organisation_id from listings`)).rows.map((row) => row.id));
    const id = newId();
    const strangerId = newId();
    const now = new Date();
    await db().insert(users).values([id, strangerId].map((one) => ({ id: one, email: `${one}@example.com`, name: "门外人", passwordHash: "-", emailVerifiedAt: now, consentVersion: "1", consentedAt: now, createdAt: now })));
    const foreign = newId();
    await db().insert(organisations).values({ id: foreign, slug: "foreign-org", name: "门外单位", verifiedName: "门外单位", kind: "enterprise", verification: "verified", createdAt: now });
    expect(involved.has(foreign)).toBe(false);
    expect(other).toBeDefined();
    const membership = { organisationId: foreign, slug: "foreign-org", name: "门外单位", verifiedName: "门外单位", kind: "enterprise" as const, verified: true, roles: ["administrator" as const, "editor" as const] };
    await db().insert(memberships).values({ userId: strangerId, organisationId: foreign, roles: membership.roles, joinedAt: now });
    stranger = { kind: "person", userId: strangerId, name: "门外人", emailVerified: true, operator: false, brokerId: null, memberships: [membership], acting: membership };
    // A viewer of every organisation there is: may look everywhere, may change nothing anywhere.
    const everywhere = (await db().select().from(organisations)).filter((row) => row.kind !== "bureau").map((row) => ({ organisationId: row.id, slug: row.slug, name: row.name, kind: row.kind, verified: true, roles: ["viewer" as const] }));
    viewer = { kind: "person", userId: id, name: "旁观者", emailVerified: true, operator: false, brokerId: null, memberships: everywhere, acting: everywhere[0] ?? null };
  }, 120_000);

  async function refused(act: Act<unknown>, actor: Actor, input: unknown): Promise<string> {
    const [before] = await db().select({ n: count() }).from(events);
    let outcome = "accepted";
    try {
      await act(actor, input);
    } catch (error) {
      outcome = error instanceof NotFound || error instanceof Forbidden ? "refused" : `${(error as Error).name}: ${JSON.stringify((error as { fields?: unknown }).fields ?? (error as Error).message)}`;
    }
    const [after] = await db().select({ n: count() }).from(events);
    return before!.n === after!.n ? outcome : `${outcome}, and the world changed`;
  }

  it("to strangers, viewers and the signed-out, for every act there is", async () => {
    const [acts, there] = [await allActs(), await furnish()];
    expect(acts.length).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const { act, file } of acts) {
      if (open.has(act.eventName)) continue;
      const input = await inputFor(file, there);
      const actors: [string, Actor][] = [["visitor", visitor]];
      if (!own.has(act.eventName) && !ownOrganisation.has(act.eventName) && !market.has(act.eventName)) actors.push(["stranger", stranger]);
      if (!own.has(act.eventName)) actors.push(["viewer", viewer]);
      for (const [who, actor] of actors) {
        const outcome = await refused(act, actor, input);
        if (outcome !== "refused") wrong.push(`${act.eventName} by ${who}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("opens for somebody, so that the test can fail", async () => {
    const [row] = await db().select({ id: listings.id, organisationId: listings.organisationId, title: achievementVersions.title }).from(listings).innerJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId)).limit(1);
    const membership = { organisationId: row!.organisationId, slug: "x", name: "x", kind: "university" as const, verified: true, roles: ["editor" as const] };
    const { withdraw } = await import("@/lib/achievements/withdraw");
    const [person] = await db().select({ id: users.id }).from(users).limit(1);
    const outcome = await refused(withdraw as Act<unknown>, { ...stranger, userId: person!.id, memberships: [membership], acting: membership }, { listingId: row!.id, reason: "一个说得过去的理由" });
    expect(outcome).toBe("accepted, and the world changed");
  });
});
