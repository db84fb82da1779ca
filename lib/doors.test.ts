import { readdirSync } from "node:fs";
import path from "node:path";
import { count, eq, sql, type SQL } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { achievementVersions, dictionaryEntries, dishonestyMarks, events, invitations, joinRequests, listings, mails, memberships, organisations, sampleQueries, savedSearches, termCorrections, users } from "@/db/schema";
import { createWorld } from "@/db/seed/world";
import { useDatabase } from "@/db/testing/database";
import type { Act } from "@/lib/command";
import { system, visitor, type Actor, type Person } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { personOfUser } from "@/lib/users/sessions";

/** Acts that anybody may try: what stands at their door is a token or a password, not a right. */
const open = new Set(["user.registered", "user.email_verified", "user.reset_requested", "user.password_reset", "member.invitation_accepted"]);
/** Acts on oneself: another person has no way to name somebody else in them. */
const own = new Set(["user.profile_changed", "user.sessions_revoked", "user.agreed_to_terms", "user.verification_requested", "organisation.created", "member.join_requested", "broker.applied", "search.saved", "digest.settings_changed"]);
/** Acts that every verified organisation may do towards every other: the doors that count are the visitor's and the viewer's. */
const market = new Set(["interest.sent"]);
/** Draft acts create in the actor's own organisation; a stranger creates in theirs. */
const ownOrganisation = new Set(["achievement.drafted", "need.drafted"]);

/** Acts whose state this world has not (an interest that waits, a pair that is matched, an import under way, an address not yet confirmed): what opens them is shown beside them. */
const unopened = new Set(["deal.opened", "interest.expired", "ledger.batch_imported", "pair.introduced", "pair.mark_undone", "pair.marked", "user.verification_requested"]);

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
    if (!/= (?:command|\w+Acts?)\(/.test(readFileSync(file, "utf8")) || file.endsWith("/command.ts")) continue;
    const exported = (await import(file)) as Record<string, unknown>;
    for (const value of Object.values(exported)) if (typeof value === "function" && "eventName" in value) found.push({ act: value as Act<unknown>, file: path.relative(root, file) });
  }
  return found;
}

/** Rows that the demo world has none of: without them an act would refuse because there is nothing, not because of who asks. */
async function furnish(): Promise<Record<string, string>> {
  const [organisation] = await db().select().from(organisations).where(eq(organisations.kind, "university")).orderBy(organisations.id).limit(1);
  const [[first], [second], [listing]] = [
    await db().select({ id: users.id }).from(users).orderBy(users.id).limit(1),
    await db().select({ id: memberships.userId }).from(memberships).innerJoin(organisations, eq(organisations.id, memberships.organisationId)).where(eq(organisations.kind, "enterprise")).orderBy(memberships.userId).limit(1),
    await db().select({ id: listings.id }).from(listings).limit(1),
  ];
  const [at, organisationId, userId] = [new Date(), organisation!.id, first!.id];
  const ids = { invitationId: newId(), requestId: newId(), dishonestyId: newId(), correctionId: newId(), entryId: newId(), sampleId: newId(), searchId: newId(), mailId: newId() };
  await db().insert(invitations).values({ id: ids.invitationId, organisationId, email: "asked@example.com", roles: ["editor"], invitedBy: userId, invitedAt: at, expiresAt: new Date(at.getTime() + 86_400_000) });
  await db().insert(joinRequests).values({ id: ids.requestId, organisationId, userId: second!.id, requestedAt: at });
  await db().insert(dishonestyMarks).values({ id: ids.dishonestyId, organisationId, reason: "测试用的理由", source: "测试来源", listedOn: "2026-01-01", markedBy: userId, markedAt: at });
  await db().insert(termCorrections).values({ id: ids.correctionId, listingId: listing!.id, kind: "added", term: "门外词", madeBy: userId, madeAt: at });
  await db().insert(dictionaryEntries).values({ id: ids.entryId, kind: "word", members: ["门外词"], addedBy: userId, addedAt: at });
  await db().insert(dictionaryEntries).values({ id: newId(), kind: "word", members: ["收起的词"], addedBy: userId, addedAt: at, retiredAt: at, retiredBy: userId });
  const [pendingId, returnedId, suspendedId] = [newId(), newId(), newId()];
  await db().insert(organisations).values([{ id: pendingId, slug: "waits", name: "待认证单位", kind: "university", verification: "pending", createdAt: at }, { id: returnedId, slug: "returned", name: "退回的单位", kind: "university", verification: "sent_back", createdAt: at }, { id: suspendedId, slug: "stopped", name: "已停用单位", verifiedName: "已停用单位", kind: "university", verification: "verified", suspendedAt: at, createdAt: at }]);
  await db().execute(sql`insert into memberships (user_id, organisation_id, roles, joined_at) select o.user_id, n.id, array['administrator'], now() from (select user_id from operators limit 1) o, (values (${pendingId}::uuid), (${returnedId}::uuid)) n (id)`);
  await db().execute(sql`insert into users (id, email, name, password_hash, consent_version, consented_at, created_at, suspended_at) values (${suspendedId}, 'stopped@example.com', '已停用的人', '-', '1', now(), now(), now())`);
  await db().insert(memberships).values({ userId: suspendedId, organisationId: suspendedId, roles: ["editor"], joinedAt: at });
  for (const status of ["pending", "suspended"]) await db().execute(sql`insert into brokers (id, user_id, introduction, status, applied_at) select ${newId()}, id, '介绍', ${status}, now() from users where id not in (select user_id from brokers) order by id limit 1`);
  await db().execute(sql`insert into deal_participants (deal_id, user_id, role, status, since) select d.id, b.user_id, 'broker', 'invited', now() from (select id from deals where status = 'open' order by id limit 1) d, (select user_id from brokers where status = 'approved' order by id limit 1) b on conflict do nothing`);
  await db().insert(sampleQueries).values({ id: ids.sampleId, query: "门外词", addedBy: userId, addedAt: at });
  await db().insert(savedSearches).values({ id: ids.searchId, userId, name: "门外词", query: "q=门外词", frequency: "daily", createdAt: at, lookedAt: at });
  await db().insert(mails).values({ id: ids.mailId, toAddress: "asked@example.com", template: "notice", values: {}, createdAt: at, givenUpAt: at });
  return ids;
}

/** So many inputs are tried until one opens: each has the rows of other states. */
const variants = 16;

/** One row of each thing that an act may be about, by the number of the variant in another state. */
async function rowsOf(kind: string, variant: number): Promise<Record<string, string>> {
  const rowOf = async (from: SQL, state = sql`status`): Promise<string> => {
    const { rows } = await db().execute<{ id: string }>(sql`select distinct on (${state}) id from ${from} order by ${state}, id`);
    return rows[variant % Math.max(1, rows.length)]?.id ?? newId();
  };
  const listingId = await rowOf(sql`listings where kind = ${kind}`);
  const organisationId = await rowOf(sql`organisations where kind = 'university'`, sql`verification, suspended_at is null`);
  return {
    listingId, organisationId,
    needId: await rowOf(sql`listings where kind = 'need' and status = 'published'`, sql`id`), achievementId: await rowOf(sql`listings where kind = 'achievement' and status = 'published'`, sql`id`),
    dealId: await rowOf(sql`deals`, sql`stage, status, exists (select 1 from deal_participants p where p.deal_id = deals.id and p.status = 'invited')`),
    reviewId: await rowOf(sql`reviews where subject_kind = ${kind}`), contractId: await rowOf(sql`(select c.id, c.status, r.status as step from contracts c left join registrations r on r.contract_id = c.id where c.origin = 'deal') c`, sql`status, step`),
    interestId: await rowOf(sql`interests`), brokerId: await rowOf(sql`brokers`), importId: await rowOf(sql`imports`),
    userId: await rowOf(sql`users where id in (select user_id from memberships where organisation_id = ${organisationId})`, sql`suspended_at is null, id`),
    entryId: await rowOf(sql`dictionary_entries`, sql`retired_at is null`),
    remarkId: await rowOf(sql`review_remarks where review_id in (select id from reviews where subject_id = ${listingId})`),
    fileId: await rowOf(sql`files where removed_at is null`, sql`subject_kind`),
    targetId: await rowOf(sql`targets`, sql`scope_kind`), reportId: await rowOf(sql`reported_values`, sql`indicator`),
  };
}

/** One input with every name that an act may read: schemas drop what they do not know. */
function inputFor(file: string, row: Record<string, string>, there: Record<string, string>): Record<string, unknown> {
  const day = "2026-06-01";
  return {
    ...row, reviewIds: [row.reviewId], targetListingId: row.achievementId,
    invitationId: there.invitationId, requestId: there.requestId, sessionId: newId(), session: newId(), lock: 0, ordinal: 1,
    reason: /matching|interests/.test(file) ? "other" : /deals\/end/.test(file) ? "price" : "一个说得过去的理由", note: "说明", text: "一段文字，足够长。", message: "一段留言，足够长的留言。", title: "标题足够长", name: "名称足够长", remark: "补正说明文字", answer: "已修改完毕",
    status: "changed", remarks: file.startsWith("organisations") ? { name: "请核对名称" } : [{ field: "summary", text: "请补充依据" }], verificationRemarks: { name: "请核对" }, classified: "no", promise: true, content: {}, roles: ["viewer"], email: "somebody@example.com", kind: file.startsWith("introductions") ? "contacted" : "enterprise", markId: file.startsWith("organisations") ? there.dishonestyId : newId(), side: "both", searchId: there.searchId, query: "q=碳纤维", threshold: "good", frequency: "daily", creditCode: "91350100M000100Y43",
    mode: "license", totalFen: 100_000, technicalFen: 90_000, payment: "一次付清", ownership: "归卖方所有", delivery: "交付资料", startsOn: day, endsOn: "2027-06-01", signedOn: day, type: "development", sellerPlace: "230103", buyerPlace: "230108", techArea: "03", closedOn: day, closingNote: "履行完毕",
    officialNumber: "2026230100999999", registeredOn: day, changedOn: day, cancelledOn: day, recognisedTotalFen: 100_000, recognisedTechnicalFen: 90_000, nextStep: "安排会面", nextSide: "seller",
    key: "registration.limit", effectiveFrom: day, sourceTitle: "测试来源", indicator: "contract_value", scopeKind: "city", scopeCode: "230100", year: 2026, value: 100, source: "测试来源", fileName: "a.xlsx", bytes: new Uint8Array([1]), buffer: new Uint8Array([1]), file: new File(["x"], "a.pdf"), introduction: "一段足够长的自我介绍文字，说明做过什么。", fieldCodes: [], decision: "accept", accept: true, districtCode: "230103", nature: "150", slug: "abc",
    correction: "added", term: "碳纤维", correctionId: there.correctionId, code: "EQ02", entryIds: [row.entryId], entryKind: "word", members: ["碳纤维"], sampleId: there.sampleId, version: 1,
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

  /** Whether the act gets past its door, whatever it says then of what it was given. */
  async function opens(act: Act<unknown>, actor: Actor, input: unknown): Promise<boolean> {
    const error = await act.rehearse(actor, input).then(() => null, (thrown: unknown) => thrown);
    return !(error instanceof NotFound || error instanceof Forbidden);
  }

  it("to strangers, viewers and the signed-out, for every act there is, with what opens it to somebody", async () => {
    const [acts, there] = [await allActs(), await furnish()];
    expect(acts.length).toBeGreaterThan(40);
    const { rows: ids } = await db().execute<{ id: string }>(sql`select distinct user_id as id from memberships union select user_id from brokers union select user_id from operators`);
    const people: Actor[] = (await Promise.all(ids.map(({ id }) => personOfUser(id)))).filter((person) => person !== null && person.userId !== stranger.userId && person.userId !== viewer.userId) as Person[];
    people.push(system("doors"));
    const rows = { need: [] as Record<string, string>[], achievement: [] as Record<string, string>[] };
    for (const kind of ["need", "achievement"] as const) for (let variant = 0; variant < variants; variant++) rows[kind].push(await rowsOf(kind, variant));
    const [wrong, opened]: [string[], string[]] = [[], []];
    for (const { act, file } of acts) {
      if (open.has(act.eventName)) continue;
      const inputs = rows[file.startsWith("needs") ? "need" : "achievement"].map((row) => inputFor(file, row, there));
      let input = inputs[0];
      search: for (const one of unopened.has(act.eventName) ? [] : inputs) for (const person of people) if (await opens(act, person, one)) { input = one; opened.push(act.eventName); break search; }
      const actors: [string, Actor][] = [["visitor", visitor]];
      if (!own.has(act.eventName) && !ownOrganisation.has(act.eventName) && !market.has(act.eventName)) actors.push(["stranger", stranger]);
      if (!own.has(act.eventName)) actors.push(["viewer", viewer]);
      for (const [who, actor] of actors) {
        const outcome = await refused(act, actor, input);
        if (outcome !== "refused") wrong.push(`${act.eventName} by ${who}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(acts.map(({ act }) => act.eventName).filter((name) => !open.has(name) && !opened.includes(name)).sort(), "acts that this world opens to nobody").toEqual([...unopened].sort());
  }, 240_000);

  it("opens for somebody, so that the test can fail", async () => {
    const [row] = await db().select({ id: listings.id, organisationId: listings.organisationId, title: achievementVersions.title }).from(listings).innerJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId)).limit(1);
    const membership = { organisationId: row!.organisationId, slug: "x", name: "x", kind: "university" as const, verified: true, roles: ["editor" as const] };
    const { withdraw } = await import("@/lib/achievements/acts");
    const [person] = await db().select({ id: users.id }).from(users).limit(1);
    const outcome = await refused(withdraw as Act<unknown>, { ...stranger, userId: person!.id, memberships: [membership], acting: membership }, { listingId: row!.id, reason: "一个说得过去的理由" });
    expect(outcome).toBe("accepted, and the world changed");
  });
});
