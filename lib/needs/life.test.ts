import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { listings, needVersions, organisations } from "@/db/schema";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { readAchievementForm } from "@/lib/achievements/input";
import { loadCodes } from "@/lib/codes/load";
import { visitor, type Membership, type Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import { publicDocuments } from "@/lib/listings/public-document";
import { countPublishedBy, latestPublished, publishedBy } from "@/lib/listings/queries";
import { claim } from "@/lib/reviews/claim";
import { searchSimply } from "@/lib/search/simple";
import { approve, close, reopen, sendBack, undoReturn } from "./acts";
import { draft } from "./draft";
import { edit } from "./edit";
import { readNeedForm } from "./input";
import { getNeed, getNeedDesk } from "./queries";
import { needProblems, type NeedContent } from "./rules";
import { submit } from "./submit";

useDatabase();

let owner: Membership, author: Person, stranger: Person, reviewer: Person;
beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  owner = await makeOrganisation({ kind: "enterprise", name: "示例电池公司" });
  author = await makePerson({ organisation: owner, roles: ["administrator"] });
  stranger = await makePerson({ organisation: await makeOrganisation({ kind: "university" }), roles: ["editor"] });
  reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
});

const content = {
  title: "低温锂电池在零下30度放电容量不足", problem: "整车在零下三十度放电容量只有常温的六成，试过外加热，能耗太高，求热管理方案。",
  elements: { material: "相变材料", method: "", effect: null, product: null, application: "电动客车" },
  indicators: [{ name: "零下30度容量", comparator: "ge", target: "85", unit: "%", current: "62", required: "must" }],
  fieldCode: "EQ02", requiredMaturity: 8, budgetKind: "range", budgetMinFen: 100_000_000, budgetMaxFen: 300_000_000,
  modes: ["license"], anonymous: true, alias: "某新能源客车企业", audience: { budget: "deal" },
};

const base: NeedContent = {
  title: "", problem: "", elements: { material: null, method: null, effect: null, product: null, application: null }, indicators: [], industryCode: null, fieldCode: null, directionCode: null,
  techArea: null, keywords: [], requiredMaturity: null, budgetKind: "negotiable", budgetMinFen: null, budgetMaxFen: null, deadline: null, modes: [], districtCode: null, notSought: "",
  anonymous: false, alias: null, audience: {},
};

const statement = { secrecyReviewedBy: "技术部", secrecyReviewedOn: "2026-01-05", exportControl: "no" };

async function published(more: object = {}): Promise<string> {
  const { id } = await draft(author, { ...content, deadline: addDays(todayInHarbin(clock.now()), 30), ...more });
  await edit(author, { listingId: id, lock: 0, session: newId(), content: {}, statement });
  const { reviewId } = await submit(author, { listingId: id, classified: "no", promise: true });
  await claim(reviewer, { reviewIds: [reviewId] });
  await approve(reviewer, { reviewId });
  return id;
}

test("an unnamed enterprise is named nowhere to others, and to itself", async () => {
  const id = await published();
  for (const actor of [visitor, stranger]) {
    const reading = await getNeed(actor, id);
    const everything = JSON.stringify([reading, await latestPublished("need", 50, actor), await publicDocuments(db(), [id])]);
    expect(everything).not.toContain("示例电池公司");
    expect(everything).not.toContain(owner.organisationId);
    expect(everything).not.toContain("300000000");
    expect([await publishedBy(owner.organisationId, "need", actor, { page: 1, size: 20 }), (await countPublishedBy(owner.organisationId)).need]).toEqual([[], 0]);
  }
  expect((await getNeed(author, id)).organisation?.name).toBe("示例电池公司");
  expect((await getNeed(author, id)).content.budgetMaxFen).toBe(300_000_000);
});

test("a budget that was typed before it became negotiable is in no document, page or filter", async () => {
  const id = await published({ audience: {}, budgetKind: "negotiable" });
  expect((await getNeed(author, id)).content).toMatchObject({ budgetMinFen: null, budgetMaxFen: null });
  const [row] = await db().select({ versionId: listings.publishedVersionId }).from(listings).where(eq(listings.id, id));
  const stored = eq(needVersions.versionId, row!.versionId!);
  expect((await db().select({ max: needVersions.budgetMaxFen }).from(needVersions).where(stored))[0]?.max).toBeNull();
  // A record that became public before submissions cleared the amounts is no different.
  await db().update(needVersions).set({ budgetMinFen: 100_000_000, budgetMaxFen: 300_000_000 }).where(stored);
  expect((await publicDocuments(db(), [id]))[0]).toMatchObject({ budgetMinFen: null, budgetMaxFen: null });
  expect(JSON.stringify([await getNeed(stranger, id), await latestPublished("need", 50, stranger)])).not.toContain("300000000");
  const { ids } = await searchSimply({ q: "", filter: { budgetFen: { min: 1 } }, page: 1, size: 50 });
  expect(ids.map((hit) => hit.id)).not.toContain(id);
});

test("an element that is not said is empty, not a word", async () => {
  const { content: read } = await getNeed(visitor, await published());
  expect(read.elements).toEqual({ material: "相变材料", method: null, effect: null, product: null, application: "电动客车" });
});

test("closed and opened again by its owner only", async () => {
  const id = await published();
  await expect(close(stranger, { listingId: id })).rejects.toMatchObject({ name: "NotFound" });
  await close(author, { listingId: id, reason: "已找到方案" });
  await expect(close(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
  const shown = async () => (await latestPublished("need", 50)).some((card) => card.id === id);
  expect(await shown()).toBe(false);
  await reopen(author, { listingId: id });
  expect(await shown()).toBe(true);
});

test("a deadline that is over cannot be submitted", async () => {
  const { id } = await draft(author, { ...content, deadline: "2020-01-01" });
  await expect(submit(author, { listingId: id, classified: "no", promise: true })).rejects.toMatchObject({ fields: { deadline: { code: "deadline_past" } } });
});

test.each(["0000-01-01", "2026-02-31"])("%s is no day: of a form it is left out and said, the rest is saved", async (deadline) => {
  const { content: read, problems } = readNeedForm({ title: "x", deadline });
  expect([read.deadline, problems]).toEqual([undefined, { deadline: { code: "date" } }]);
  await draft(author, { ...content, ...read });
  await expect(draft(author, { ...content, deadline })).rejects.toMatchObject({ fields: { deadline: { code: "date" } } });
});

test("what stands in a box that is not asked for is no problem", () => {
  const { content: read, problems } = readNeedForm({ budgetKind: "negotiable", budgetMin: "abc", budgetMax: "100" });
  expect(problems).toEqual({});
  expect(read).toMatchObject({ budgetKind: "negotiable", budgetMaxFen: 100_000_000 });
});

test("what cannot be kept of a form is left out and said", () => {
  const { content: read, problems } = readNeedForm({ title: "x", budgetMin: "abc", budgetMax: "100", deadline: "明天", anonymous: "yes" });
  expect(problems).toEqual({ budgetMin: { code: "not_a_number" }, deadline: { code: "date" } });
  expect(read).toEqual({ title: "x", budgetMaxFen: 100_000_000, anonymous: true, indicators: [], modes: [] });
});

test.each(["示例电池公司", "某示例电池（公司）研究院", "哈 示 电车间"])("a need without its owner's name is not submitted under %s", async (alias) => {
  await db().update(organisations).set({ shortName: "哈示电" }).where(eq(organisations.id, owner.organisationId));
  const { id } = await draft(author, { ...content, alias, deadline: addDays(todayInHarbin(clock.now()), 30) });
  expect((await getNeedDesk(author, id)).problems).toMatchObject({ alias: { code: "alias_names_owner" } });
  await expect(submit(author, { listingId: id, classified: "no", promise: true })).rejects.toMatchObject({ fields: { alias: { code: "alias_names_owner" } } });
  // Whoever is named anyway may be called anything.
  await edit(author, { listingId: id, lock: 0, session: newId(), content: { anonymous: false }, statement });
  await submit(author, { listingId: id, classified: "no", promise: true });
});

test("what is to be reached, kept below or met is a number, except in words", () => {
  const problemsOf = (comparator: "ge" | "le" | "eq" | "text", target: string) => needProblems({ ...base, indicators: [{ name: "寿命", comparator, target, unit: "", current: "", required: "must" }] }, { today: "2026-01-01", ownNames: [] });
  for (const target of ["abc", "越低越好", "~"]) {
    for (const comparator of ["ge", "le", "eq"] as const) expect(problemsOf(comparator, target)["indicators.0.target"]).toEqual({ code: "target_number" });
    expect(problemsOf("text", target)["indicators.0.target"]).toBeUndefined();
  }
  for (const target of ["５", "1e-3", "5~8", "±0.5", "1/3", "\u00BD", "约85", "10\u207B\u00B3"]) expect(problemsOf("le", target)["indicators.0.target"]).toBeUndefined();
});

test("more keywords than may be submitted are kept, and said at once", () => {
  const keywords = "一，二，三，四，五，六，七，八，九，十";
  expect(readNeedForm({ keywords })).toEqual({ content: { keywords, indicators: [], modes: [] }, problems: { keywords: { code: "too_many", values: { max: 8, is: 10 } } } });
  expect(readAchievementForm({ keywords }).problems).toEqual({ keywords: { code: "too_many", values: { max: 8, is: 10 } } });
  expect(readNeedForm({ keywords: "一，二" }).problems).toEqual({});
});

test("a budget typed the wrong way round is said, kept in the draft, and not submitted", async () => {
  const { content: read, problems } = readNeedForm({ budgetKind: "range", budgetMin: "80", budgetMax: "50", modes: ["license"] });
  expect(problems).toEqual({ budgetMax: { code: "budget_order" } });
  const { id } = await draft(author, { ...content, deadline: addDays(todayInHarbin(clock.now()), 30) });
  await edit(author, { listingId: id, lock: 0, session: newId(), content: { ...read, indicators: content.indicators }, statement });
  const desk = await getNeedDesk(author, id);
  expect(desk.content).toMatchObject({ budgetMinFen: 80_000_000, budgetMaxFen: 50_000_000 });
  expect(desk.problems).toEqual({ budgetMax: { code: "budget_order" } });
  await expect(submit(author, { listingId: id, classified: "no", promise: true })).rejects.toMatchObject({ fields: { budgetMax: { code: "budget_order" } } });
  await edit(author, { listingId: id, lock: 1, session: newId(), content: { budgetKind: "negotiable" } });
  await submit(author, { listingId: id, classified: "no", promise: true });
});

test("a need that was sent back by mistake is under review again, in the same hands", async () => {
  const { id } = await draft(author, { ...content, deadline: addDays(todayInHarbin(clock.now()), 30) });
  await edit(author, { listingId: id, lock: 0, session: newId(), content: {}, statement });
  const { reviewId } = await submit(author, { listingId: id, classified: "no", promise: true });
  await claim(reviewer, { reviewIds: [reviewId] });
  await sendBack(reviewer, { reviewId, remarks: [{ field: "problem", text: "请写明现状" }] });
  await undoReturn(reviewer, { reviewId });
  expect((await db().select({ status: listings.status }).from(listings).where(eq(listings.id, id)))[0]?.status).toBe("pending");
  await approve(reviewer, { reviewId });
  expect((await getNeed(visitor, id)).content.title).toBe(content.title);
});
