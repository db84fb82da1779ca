import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { achievementVersions, events, files, listings, listingVersions, organisations, reviews } from "@/db/schema";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { queueBehind } from "@/db/testing/queue";
import { loadCodes } from "@/lib/codes/load";
import { withClock } from "@/lib/core/clock";
import { visitor, type Membership, type Person } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import { publicDocuments } from "@/lib/listings/public-document";
import { canReadFile } from "@/lib/listings/read";
import { goneSince, latestPublished, listOwn, publicListings, publishedBy } from "@/lib/listings/queries";
import { readUnderReview } from "@/lib/listings/read-review";
import { claim } from "@/lib/reviews/claim";
import { claimNext } from "@/lib/reviews/claim-next";
import { queueStanding, remarksOf } from "@/lib/reviews/queries";
import { release } from "@/lib/reviews/release";
import { releaseClaimsOf } from "@/lib/reviews/release-claims";
import { searchSimply } from "@/lib/search/simple";
import { answerRemark } from "./answer-remark";
import { approve } from "./approve";
import { attachFile } from "./attach-file";
import { discard } from "./discard";
import { discardRevision } from "./discard-revision";
import { draft } from "./draft";
import { edit } from "./edit";
import { getAchievement, getAchievementDesk } from "./queries";
import { recover } from "./recover";
import { refuse } from "./refuse";
import { relist } from "./relist";
import { restore } from "./restore";
import { revise } from "./revise";
import { sendBack } from "./send-back";
import { submit } from "./submit";
import { suspend } from "./suspend";
import { undoAchievementApproval } from "./undo-approval";
import { undoAchievementRefusal } from "./undo-refusal";
import { undoAchievementReturn } from "./undo-return";
import { withdraw } from "./withdraw";
import { withdrawSubmission } from "./withdraw-submission";

useDatabase();

let owner: Membership, bureau: Membership;
let author: Person, colleague: Person, viewer: Person, stranger: Person, reviewer: Person, second: Person;

beforeAll(async () => {
  process.env.FILES_DIR = mkdtempSync(path.join(tmpdir(), "files-"));
  await db().transaction((tx) => loadCodes(tx));
  owner = await makeOrganisation({ name: "示例大学" });
  bureau = await makeOrganisation({ kind: "bureau" });
  author = await makePerson({ organisation: owner, roles: ["editor"], name: "张老师" });
  colleague = await makePerson({ organisation: owner, roles: ["editor"], name: "李老师" });
  viewer = await makePerson({ organisation: owner, roles: ["viewer"] });
  stranger = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }), roles: ["administrator"] });
  reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"], name: "王审" });
  second = await makePerson({ organisation: bureau, roles: ["reviewer"], name: "赵审" });
});

const content = {
  title: "寒区碳纤维叶片一体成型工艺",
  summary: "面向零下四十度风电场景，把成型与固化合为一步，减少接缝，提高层间强度，已在中试线上连续运行六个月，成品率稳定。",
  description: "以预浸料铺放和原位固化为基础，叶片主梁一次成型，取消二次胶接工序，适用于寒区风电。",
  fieldCode: "EQ02", keywords: ["碳纤维", "风电叶片"], maturity: 7,
  ip: [{ kind: "invention_patent", number: "ZL202310123456.7", status: "granted" }],
  scenes: ["寒区风电场"], advantages: [{ indicator: "层间强度", ours: "78", unit: "MPa", current: "64", evidence: "检测报告" }],
  modes: ["license", "equity"], priceKind: "from", priceFen: 80_000_000, audience: { price: "registered" },
};
const statement = { secrecyReviewedBy: "科研院保密办", secrecyReviewedOn: "2026-01-05", exportControl: "no" };
const promise = { classified: "no", promise: "on" };

async function drafted(by = author): Promise<string> {
  return (await draft(by, { title: "初稿" })).id;
}

async function written(more: object = {}): Promise<string> {
  const id = await drafted();
  await edit(author, { listingId: id, lock: 0, session: newId(), content: { ...content, ...more }, statement });
  return id;
}

async function submitted(more: object = {}): Promise<{ id: string; reviewId: string }> {
  const id = await written(more);
  const { reviewId } = await submit(author, { listingId: id, ...promise });
  return { id, reviewId };
}

async function published(more: object = {}): Promise<string> {
  const { id, reviewId } = await submitted(more);
  await claim(reviewer, { reviewIds: [reviewId] });
  await approve(reviewer, { reviewId });
  return id;
}

const listingOf = async (id: string) => (await db().select().from(listings).where(eq(listings.id, id)))[0]!;
const eventsNamed = async (name: string) => (await db().select({ id: events.id }).from(events).where(eq(events.name, name))).length;

describe("writing", () => {
  test("a draft needs a title only, gets its number and belongs to the acting organisation", async () => {
    const { id, number } = await draft(author, { title: " 初稿 " });
    expect(number).toMatch(/^C-\d{4}-\d{4}$/);
    expect(await listingOf(id)).toMatchObject({ status: "draft", organisationId: owner.organisationId, number });
    await expect(draft(author, { title: "  " })).rejects.toMatchObject({ name: "Invalid" });
    await expect(draft(viewer, { title: "初稿" })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(draft(visitor, { title: "初稿" })).rejects.toMatchObject({ name: "NotFound" });
  });

  test("the technical field follows from the plan's field, full-width digits become half-width", async () => {
    const id = await drafted();
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { fieldCode: "EQ02", advantages: [{ indicator: "强度", ours: "１２.5", unit: "MPa", current: "", evidence: "" }, { indicator: "", ours: "" }] } });
    const { content: saved } = await getAchievementDesk(author, id);
    expect(saved).toMatchObject({ industryCode: "EQ", fieldCode: "EQ02", techArea: "03" });
    expect(saved.advantages).toEqual([{ indicator: "强度", ours: "12.5", unit: "MPa", current: "", evidence: "" }]);
  });

  test("one editing session is one event, and a repeated save of it is accepted", async () => {
    const id = await drafted();
    const session = newId();
    const before = await eventsNamed("achievement.edited");
    const first = await edit(author, { listingId: id, lock: 0, session, content: { title: "一" } });
    await edit(author, { listingId: id, lock: first.lock, session, content: { title: "二" } });
    await edit(author, { listingId: id, lock: first.lock, session, content: { title: "三" } });
    expect(await eventsNamed("achievement.edited")).toBe(before + 1);
    expect((await getAchievementDesk(author, id)).content.title).toBe("三");
  });

  test("a stale save is refused with who and when, and overwrites nothing", async () => {
    const id = await drafted();
    await edit(colleague, { listingId: id, lock: 0, session: newId(), content: { title: "李老师写的" } });
    await expect(edit(author, { listingId: id, lock: 0, session: newId(), content: { title: "张老师写的" } })).rejects.toMatchObject({ name: "Conflict", code: "edited_meanwhile", values: { who: "李老师", lock: 1 } });
    expect((await getAchievementDesk(author, id)).content.title).toBe("李老师写的");
  });

  test("strangers do not find it, viewers may not write", async () => {
    const id = await drafted();
    const save = { listingId: id, lock: 0, session: newId(), content: { title: "x" } };
    await expect(edit(stranger, save)).rejects.toMatchObject({ name: "NotFound" });
    await expect(edit(visitor, save)).rejects.toMatchObject({ name: "NotFound" });
    await expect(edit(viewer, save)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(listOwn(stranger, owner.organisationId, "achievement", { tab: "all" }, { page: 1, size: 20 })).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("submitting", () => {
  test("everything missing is told at once", async () => {
    const id = await drafted();
    const refused = await submit(author, { listingId: id, ...promise }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "Invalid" });
    expect(Object.keys((refused as { fields: object }).fields).sort()).toEqual(["description", "exportControl", "fieldCode", "ip", "maturity", "modes", "secrecyReviewedBy", "secrecyReviewedOn", "summary"]);
    expect((await listingOf(id)).status).toBe("draft");
  });

  test("classified content is refused; a doubtful export answer reaches the reviewer's attention", async () => {
    const id = await written();
    await expect(submit(author, { listingId: id, classified: "yes", promise: "on" })).rejects.toMatchObject({ fields: { classified: { code: "classified" } } });
    await edit(author, { listingId: id, lock: 1, session: newId(), content: {}, statement: { exportControl: "not_sure" } });
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    expect((await readUnderReview(reviewer, reviewId)).review.attention).toBe("export_control_not_sure");
  });

  test("twice, with an older check, or unverified: a conflict", async () => {
    const { id } = await submitted();
    await expect(submit(author, { listingId: id, ...promise })).rejects.toMatchObject({ name: "Conflict" });
    const other = await written();
    await expect(submit(author, { listingId: other, lock: 0, ...promise })).rejects.toMatchObject({ code: "changed_since_check" });
    const young = await makeOrganisation({ verified: false });
    const newcomer = await makePerson({ organisation: young });
    const { id: theirs } = await draft(newcomer, { ...content });
    await expect(submit(newcomer, { listingId: theirs, ...promise })).rejects.toMatchObject({ code: "organisation_unverified" });
  });

  test("two who press at once: one wins", async () => {
    const id = await written();
    const both = await Promise.allSettled([submit(author, { listingId: id, ...promise }), submit(colleague, { listingId: id, ...promise })]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { name: "Conflict" } });
  });

  test("what is submitted cannot be edited until it is withdrawn", async () => {
    const { id, reviewId } = await submitted();
    await expect(edit(author, { listingId: id, lock: 1, session: newId(), content: { title: "x" } })).rejects.toMatchObject({ code: "not_editable" });
    await withdrawSubmission(author, { listingId: id });
    expect((await readUnderReview(reviewer, reviewId)).review.status).toBe("withdrawn");
    await edit(author, { listingId: id, lock: 1, session: newId(), content: { title: "改过的名称" } });
    await expect(withdrawSubmission(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
  });
});

describe("reviewing", () => {
  let id: string, reviewId: string;
  beforeEach(async () => {
    ({ id, reviewId } = await submitted());
  });

  test("an owner that has lost its verification since becomes public by nobody, neither anew nor again", async () => {
    const verification = (state: "sent_back" | "verified") => db().update(organisations).set({ verification: state }).where(eq(organisations.id, owner.organisationId));
    const shown = await published();
    await withdraw(author, { listingId: shown });
    await claim(reviewer, { reviewIds: [reviewId] });
    await verification("sent_back");
    await expect(approve(reviewer, { reviewId })).rejects.toMatchObject({ name: "Conflict", code: "owner_unverified" });
    await expect(relist(author, { listingId: shown })).rejects.toMatchObject({ name: "Conflict", code: "owner_unverified" });
    expect([(await listingOf(id)).status, (await listingOf(shown)).status]).toEqual(["pending", "withdrawn"]);
    await verification("verified");
    await approve(reviewer, { reviewId });
    await relist(author, { listingId: shown });
  });

  test("nor by who belongs to a co-owner, as the author named it", async () => {
    const other = await makeOrganisation({ name: "示例研究院" });
    const judge = await makePerson({ in: [{ organisation: bureau, roles: ["reviewer"] }, { organisation: other, roles: ["viewer"] }] });
    const { reviewId } = await submitted({ coOwners: ["某公司", "示例研究院有限公司"] });
    await expect(claim(judge, { reviewIds: [reviewId] })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(approve(judge, { reviewId })).rejects.toMatchObject({ name: "Forbidden" });
  });

  test("only claimed, only by the one who claimed it, never by the own organisation", async () => {
    await expect(approve(reviewer, { reviewId })).rejects.toMatchObject({ code: "review_not_claimed" });
    await claim(reviewer, { reviewIds: [reviewId] });
    await expect(claim(second, { reviewIds: [reviewId] })).rejects.toMatchObject({ code: "review_claimed", values: { who: "王审" } });
    await expect(approve(second, { reviewId })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(approve(author, { reviewId })).rejects.toMatchObject({ name: "NotFound" });
    const both = await makePerson({ in: [{ organisation: bureau, roles: ["reviewer"] }, { organisation: owner, roles: ["viewer"] }] });
    await release(reviewer, { reviewId });
    await expect(claim(both, { reviewIds: [reviewId] })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(claim(author, { reviewIds: [reviewId] })).rejects.toMatchObject({ name: "NotFound" });
    expect((await listingOf(id)).status).toBe("pending");
  });

  test("two who claim at once get one between them; claim-next gives each their own", async () => {
    const both = await Promise.allSettled([claim(reviewer, { reviewIds: [reviewId] }), claim(second, { reviewIds: [reviewId] })]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await submitted();
    await submitted();
    const [one, two] = await Promise.all([claimNext(reviewer, {}), claimNext(second, {})]);
    expect(one.reviewId).not.toBe(two.reviewId);
    const released = await db().transaction((tx) => releaseClaimsOf(tx, reviewer.userId));
    expect(released).toContain(one.reviewId);
  });

  test("sent back with a remark at its field, mended, answered, approved; the reviewed version stays as it was", async () => {
    await claim(reviewer, { reviewIds: [reviewId] });
    await expect(sendBack(reviewer, { reviewId, remarks: [{ field: "title", text: " " }] })).rejects.toMatchObject({ fields: { remarks: { code: "no_remark" } } });
    await sendBack(reviewer, { reviewId, remarks: [{ field: "title", text: "太笼统，请写明场景" }] });
    expect(await listingOf(id)).toMatchObject({ status: "sent_back" });
    await expect(submit(author, { listingId: id, ...promise })).rejects.toMatchObject({ fields: { remarks: { code: "remarks_unanswered" } } });

    const desk = await getAchievementDesk(author, id);
    await edit(author, { listingId: id, lock: desk.version.lock, session: newId(), content: { title: "零下四十度碳纤维叶片一体成型工艺" } });
    const [remark] = await remarksOf(db(), "achievement", id);
    await expect(answerRemark(author, { listingId: id, remarkId: remark!.id, status: "explained" })).rejects.toMatchObject({ name: "Invalid" });
    await expect(answerRemark(stranger, { listingId: id, remarkId: remark!.id, status: "changed" })).rejects.toMatchObject({ name: "NotFound" });
    await answerRemark(author, { listingId: id, remarkId: remark!.id, status: "changed" });
    const again = await submit(author, { listingId: id, ...promise });

    const subject = await readUnderReview(second, again.reviewId);
    expect(subject.review.round).toBe(2);
    expect(subject.listing?.before?.title).toBe(content.title);
    expect(subject.listing?.changed).toEqual(["title"]);
    await claim(second, { reviewIds: [again.reviewId] });
    await approve(second, { reviewId: again.reviewId });
    expect(await listingOf(id)).toMatchObject({ status: "published", workingVersionId: null });
    expect((await getAchievement(visitor, id)).content.title).toBe("零下四十度碳纤维叶片一体成型工艺");
    await expect(approve(second, { reviewId: again.reviewId })).rejects.toMatchObject({ code: "review_decided" });
  });

  test("approving and withdrawing at once: one of them wins, and the two records agree", async () => {
    await claim(reviewer, { reviewIds: [reviewId] });
    await Promise.allSettled([approve(reviewer, { reviewId }), withdrawSubmission(author, { listingId: id })]);
    const [review] = await db().select().from(reviews).where(eq(reviews.id, reviewId));
    expect([review?.status, (await listingOf(id)).status]).toEqual(review?.status === "approved" ? ["approved", "published"] : ["withdrawn", "draft"]);
  });

  test("an approval is taken back within ten minutes by who gave it; what was public before is public again", async () => {
    const id = await published();
    const first = (await listingOf(id)).publishedVersionId;
    await revise(author, { listingId: id });
    const { version } = await getAchievementDesk(author, id);
    await edit(author, { listingId: id, lock: version.lock, session: newId(), content: { title: "改后的题目" }, statement });
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    expect((await getAchievement(visitor, id)).content.title).toBe("改后的题目");

    await expect(undoAchievementApproval(second, { reviewId })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(undoAchievementApproval(author, { reviewId })).rejects.toMatchObject({ name: "NotFound" });
    await expect(withClock(new Date(Date.now() + 11 * 60_000), () => undoAchievementApproval(reviewer, { reviewId }))).rejects.toMatchObject({ code: "approval_settled" });
    const outcomes = await Promise.allSettled([undoAchievementApproval(reviewer, { reviewId }), undoAchievementApproval(reviewer, { reviewId })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);

    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "pending", publishedVersionId: first });
    expect((await getAchievement(visitor, id)).content.title).toBe(content.title);
    expect((await db().select().from(reviews).where(eq(reviews.id, reviewId)))[0]).toMatchObject({ status: "claimed", decidedBy: null });
    expect(await eventsNamed("achievement.approval_undone")).toBe(1);
    // In hand again: the other decision is open.
    await sendBack(reviewer, { reviewId, remarks: [{ field: "title", text: "请写明对象" }] });
    expect((await getAchievement(visitor, id)).content.title).toBe(content.title);
  });

  test("a first approval that is taken back leaves nothing public, and nothing is taken back once the record moved on", async () => {
    const { id, reviewId } = await submitted();
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    await undoAchievementApproval(reviewer, { reviewId });
    expect(await listingOf(id)).toMatchObject({ status: "pending", revision: "none", publishedVersionId: null, publishedAt: null });
    await expect(getAchievement(visitor, id)).rejects.toMatchObject({ name: "NotFound" });
    await approve(reviewer, { reviewId });
    await withdraw(author, { listingId: id });
    await expect(undoAchievementApproval(reviewer, { reviewId })).rejects.toMatchObject({ code: "changed_meanwhile" });
  });

  test("the reviewer's desk counts what waits and what is in hand; nobody else's does", async () => {
    const before = (await queueStanding(reviewer))!;
    await claim(reviewer, { reviewIds: [reviewId] });
    expect(await queueStanding(reviewer)).toMatchObject({ open: before.open - 1, mine: before.mine + 1, late: before.late });
    expect(await queueStanding(second)).toMatchObject({ open: before.open - 1 });
    expect(await withClock(new Date(Date.now() + 20 * 86_400_000), () => queueStanding(reviewer))).toMatchObject({ late: before.open + before.mine });
    expect(await queueStanding(author)).toBeNull();
  });

  test("a sending back is taken back within ten minutes by who did it; the remarks are in hand again, and the author does not read them", async () => {
    await claim(reviewer, { reviewIds: [reviewId] });
    const before = await listingOf(id);
    await sendBack(reviewer, { reviewId, remarks: [{ field: "title", text: "请写明对象" }] });
    await expect(undoAchievementReturn(second, { reviewId })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(undoAchievementReturn(author, { reviewId })).rejects.toMatchObject({ name: "NotFound" });
    await expect(withClock(new Date(Date.now() + 11 * 60_000), () => undoAchievementReturn(reviewer, { reviewId }))).rejects.toMatchObject({ code: "return_settled" });
    const outcomes = await Promise.allSettled([undoAchievementReturn(reviewer, { reviewId }), undoAchievementReturn(reviewer, { reviewId })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);

    expect(await listingOf(id)).toMatchObject({ status: "pending", workingVersionId: before.workingVersionId });
    expect(await db().select({ status: listingVersions.status }).from(listingVersions).where(eq(listingVersions.listingId, id)).orderBy(listingVersions.ordinal)).toEqual([{ status: "pending" }, { status: "discarded" }]);
    const subject = await readUnderReview(reviewer, reviewId);
    expect(subject.review).toMatchObject({ status: "claimed", decidedBy: null, round: 1 });
    expect(subject.written).toEqual({ title: "请写明对象" });
    expect((await getAchievementDesk(author, id)).remarks).toEqual([]);
    expect(await eventsNamed("achievement.return_undone")).toBe(1);
    await expect(edit(author, { listingId: id, lock: 0, session: newId(), content: {} })).rejects.toMatchObject({ code: "not_editable" });

    // Sent back again: what is said now stands in the place of what was said before.
    await sendBack(reviewer, { reviewId, remarks: [{ field: "summary", text: "请写明依据" }] });
    expect((await remarksOf(db(), "achievement", id)).map(({ field, text }) => [field, text])).toEqual([["summary", "请写明依据"]]);
    await undoAchievementReturn(reviewer, { reviewId });
    await approve(reviewer, { reviewId });
    expect(await listingOf(id)).toMatchObject({ status: "published", workingVersionId: null });
    expect(await remarksOf(db(), "achievement", id)).toEqual([]);
  });

  test("once the author has begun, a sending back stands", async () => {
    const beginnings: Record<string, (listingId: string) => Promise<unknown>> = {
      return_answered: async (listingId) => edit(author, { listingId, lock: 0, session: newId(), content: { title: "改后的题目" } }),
      "return_answered ": async (listingId) => answerRemark(author, { listingId, remarkId: (await remarksOf(db(), "achievement", listingId))[0]!.id, status: "changed" }),
      " return_answered": async (listingId) => attachFile(author, { listingId, name: "检测报告.pdf", bytes: new TextEncoder().encode("%PDF-1.4 检测"), audience: "public" }),
      changed_meanwhile: async (listingId) => discard(author, { listingId }),
    };
    for (const [code, begin] of Object.entries(beginnings)) {
      const { id: other, reviewId: review } = await submitted();
      await claim(reviewer, { reviewIds: [review] });
      await sendBack(reviewer, { reviewId: review, remarks: [{ field: "title", text: "请写明对象" }] });
      await begin(other);
      const before = await listingOf(other);
      await expect(undoAchievementReturn(reviewer, { reviewId: review })).rejects.toMatchObject({ code: code.trim() });
      expect(await listingOf(other)).toEqual(before);
    }
  });

  test("a revision sent back comes into hand again beside the public version", async () => {
    const other = await published();
    await revise(author, { listingId: other });
    const { version } = await getAchievementDesk(author, other);
    await edit(author, { listingId: other, lock: version.lock, session: newId(), content: { title: "改后的题目" }, statement });
    const { reviewId: again } = await submit(author, { listingId: other, ...promise });
    await claim(reviewer, { reviewIds: [again] });
    await sendBack(reviewer, { reviewId: again, remarks: [{ field: "title", text: "请写明对象" }] });
    expect(await listingOf(other)).toMatchObject({ status: "published", revision: "sent_back" });
    await undoAchievementReturn(reviewer, { reviewId: again });
    expect(await listingOf(other)).toMatchObject({ status: "published", revision: "pending", workingVersionId: version.id });
    expect((await getAchievement(visitor, other)).content.title).toBe(content.title);
    await approve(reviewer, { reviewId: again });
    expect((await getAchievement(visitor, other)).content.title).toBe("改后的题目");
  });

  test("refused for good, with a reason", async () => {
    await claim(reviewer, { reviewIds: [reviewId] });
    await expect(refuse(reviewer, { reviewId, reason: "" })).rejects.toMatchObject({ name: "Invalid" });
    await refuse(reviewer, { reviewId, reason: "不属于科技成果" });
    expect(await listingOf(id)).toMatchObject({ status: "refused", statusReason: "不属于科技成果" });
    await expect(edit(author, { listingId: id, lock: 1, session: newId(), content: {} })).rejects.toMatchObject({ name: "Conflict" });
  });

  test("a refusal that was wrong is taken back by any reviewer, once, and decided anew", async () => {
    await claim(reviewer, { reviewIds: [reviewId] });
    await expect(undoAchievementRefusal(reviewer, { reviewId })).rejects.toMatchObject({ name: "Conflict" });
    await refuse(reviewer, { reviewId, reason: "不属于科技成果" });
    await expect(undoAchievementRefusal(author, { reviewId })).rejects.toMatchObject({ name: "NotFound" });
    const outcomes = await Promise.allSettled([undoAchievementRefusal(second, { reviewId }), undoAchievementRefusal(reviewer, { reviewId })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    const [back] = await db().select().from(reviews).where(eq(reviews.id, reviewId));
    expect(back).toMatchObject({ status: "claimed", decidedBy: null, reason: null });
    expect(await listingOf(id)).toMatchObject({ status: "pending", statusReason: null });
    await approve(back!.claimedBy === second.userId ? second : reviewer, { reviewId });
    expect((await listingOf(id)).status).toBe("published");
  });

  test("a refused revision comes back beside the public version, unless the author has gone on", async () => {
    const id = await published();
    const revised = async () => {
      await revise(author, { listingId: id });
      const { version } = await getAchievementDesk(author, id);
      await edit(author, { listingId: id, lock: version.lock, session: newId(), content: { title: "改后的题目" }, statement });
      const { reviewId: again } = await submit(author, { listingId: id, ...promise });
      await claim(reviewer, { reviewIds: [again] });
      await refuse(reviewer, { reviewId: again, reason: "改动没有依据" });
      return again;
    };
    await undoAchievementRefusal(reviewer, { reviewId: await revised() });
    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "pending" });
    expect((await getAchievement(visitor, id)).content.title).toBe(content.title);
    await withdrawSubmission(author, { listingId: id });
    await discardRevision(author, { listingId: id });
    const overtaken = await revised();
    await revise(author, { listingId: id });
    await expect(undoAchievementRefusal(reviewer, { reviewId: overtaken })).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "draft" });
  });
});

test("a draft is thrown away and brought back by its own people only; meanwhile it lies apart and cannot be edited", async () => {
  const id = await drafted();
  const lists = async () => (await listOwn(author, owner.organisationId, "achievement", { tab: "discarded" }, { page: 1, size: 100 }));
  for (const actor of [viewer, stranger, reviewer]) await expect(discard(actor, { listingId: id })).rejects.toMatchObject({ name: actor === stranger ? "NotFound" : "Forbidden" });
  const before = (await lists()).counts;
  await discard(author, { listingId: id });
  const after = await lists();
  expect([after.counts.all - before.all, after.counts.discarded - before.discarded]).toEqual([-1, 1]);
  expect(after.rows.map((row) => row.id)).toContain(id);
  await expect(discard(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
  await expect(edit(author, { listingId: id, lock: 0, session: newId(), content: {} })).rejects.toMatchObject({ name: "Conflict" });
  await recover(colleague, { listingId: id });
  expect((await listingOf(id)).status).toBe("draft");
  await expect(recover(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
  await expect(discard(author, { listingId: await published() })).rejects.toMatchObject({ name: "Conflict" });
});

describe("a public record", () => {
  test("hides what its reader may not see, in cards, pages and the index", async () => {
    const id = await published();
    const [card] = await publicListings([id], visitor);
    expect(card).toMatchObject({ price: null, moneyHidden: "registered", organisationName: "示例大学" });
    expect((await publicListings([id], stranger))[0]?.price).toEqual({ kind: "from", fen: 80_000_000 });
    expect((await getAchievement(visitor, id)).locked).toEqual([{ field: "price", audience: "registered" }]);
    expect((await getAchievement(visitor, id)).content.priceFen).toBeNull();
    const [document] = await publicDocuments(db(), [id]);
    expect(document).toMatchObject({ priceFen: null, industry: "EQ", field: "EQ02", ipKinds: ["invention_patent"] });
    expect((await latestPublished("achievement", 50)).map((c) => c.id)).toContain(id);
    const first = await publishedBy(owner.organisationId, "achievement", visitor, { page: 1, size: 1 });
    expect([first.rows[0]?.id, (await publishedBy(owner.organisationId, "achievement", visitor, { page: first.total + 1, size: 1 })).rows]).toEqual([id, []]);
  });

  test("an amount that was typed before the price became negotiable is nobody's to read or to search by", async () => {
    const id = await drafted();
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { ...content, audience: {}, priceKind: "negotiable" }, statement });
    expect((await getAchievementDesk(author, id)).content.priceFen).toBe(80_000_000);
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    const versionId = (await listingOf(id)).workingVersionId!;
    const storedPrice = async () => (await db().select({ fen: achievementVersions.priceFen }).from(achievementVersions).where(eq(achievementVersions.versionId, versionId)))[0]?.fen;
    expect(await storedPrice()).toBeNull();
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    // A record that became public before submissions cleared the amount is no different.
    await db().update(achievementVersions).set({ priceFen: 80_000_000 }).where(eq(achievementVersions.versionId, versionId));
    expect((await publicDocuments(db(), [id]))[0]).toMatchObject({ priceFen: null });
    expect((await getAchievement(stranger, id)).content.priceFen).toBeNull();
    expect((await publicListings([id], stranger))[0]?.price).toBeNull();
    const { ids } = await searchSimply({ q: "", filter: { priceFen: { min: 1 } }, page: 1, size: 50 });
    expect(ids.map((hit) => hit.id)).not.toContain(id);
  });

  test("rights are found by their titles and numbers, however the number is spaced, and only where they are public", async () => {
    const rights = [{ kind: "invention_patent", number: "ZL2023 1 0123456.7", status: "granted", title: "叶片主梁原位固化方法" }];
    const shown = await published({ ip: rights, audience: {} }), hidden = await published({ ip: rights, audience: { ip: "registered" } });
    const find = async (q: string) => (await searchSimply({ q, filter: {}, page: 1, size: 50 })).ids.map((hit) => hit.id);
    for (const q of ["主梁原位固化方法", "ZL2023 1 0123456.7", "ZL202310123456.7", "202310123456.7"]) {
      expect(await find(q), q).toContain(shown);
      expect(await find(q), q).not.toContain(hidden);
    }
    expect((await publicDocuments(db(), [hidden]))[0]).toMatchObject({ ipKinds: [] });
  });

  test("stays as it is while a revision is written and reviewed, and is swapped by its approval", async () => {
    const id = await published();
    await revise(author, { listingId: id });
    await expect(revise(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { title: "第二版" }, statement });
    expect((await getAchievement(visitor, id)).content.title).toBe(content.title);
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "pending" });
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "none" });
    expect((await getAchievement(visitor, id)).content.title).toBe("第二版");
    expect(await db().select().from(listingVersions).where(and(eq(listingVersions.listingId, id), eq(listingVersions.status, "published")))).toHaveLength(1);
  });

  test("a discarded revision leaves no trace in public", async () => {
    const id = await published();
    await revise(author, { listingId: id });
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { title: "不要了" } });
    await discardRevision(author, { listingId: id });
    await expect(discardRevision(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
    expect((await getAchievement(visitor, id)).content.title).toBe(content.title);
  });

  test("withdrawn by its owner, suspended by the bureau, each restored by the same side only", async () => {
    const id = await published();
    await withdraw(author, { listingId: id });
    await expect(getAchievement(visitor, id)).rejects.toMatchObject({ name: "NotFound" });
    expect(await publicDocuments(db(), [id])).toEqual([]);
    // A stranger learns since when it is down, and nothing of a draft or of what the bureau suspended.
    expect(await goneSince("achievement", id)).toEqual({ status: "withdrawn", on: dateInHarbin(new Date()) });
    expect(await goneSince("achievement", await written())).toBeNull();
    await expect(restore(reviewer, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
    await relist(author, { listingId: id });
    await expect(suspend(author, { listingId: id, reason: "自己暂停" })).rejects.toMatchObject({ name: "Forbidden" });
    await suspend(reviewer, { listingId: id, reason: "有人举报，正在核实" });
    await expect(relist(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
    expect(await goneSince("achievement", id)).toBeNull();
    await restore(reviewer, { listingId: id });
    expect((await listingOf(id)).status).toBe("published");
  });

  test("attachments belong to the reviewed version and follow their audience", async () => {
    const id = await written();
    const pdf = new TextEncoder().encode("%PDF-1.4 report");
    await expect(attachFile(author, { listingId: id, name: "报告.pdf", bytes: new TextEncoder().encode("MZ") })).rejects.toMatchObject({ fields: { file: { code: "file_content" } } });
    await expect(attachFile(author, { listingId: id, name: "报告.exe", bytes: pdf })).rejects.toMatchObject({ fields: { file: { code: "file_kind" } } });
    await expect(attachFile(viewer, { listingId: id, name: "报告.pdf", bytes: pdf })).rejects.toMatchObject({ name: "Forbidden" });
    await attachFile(author, { listingId: id, name: "检测报告.pdf", bytes: pdf, audience: "registered" });
    const versionId = (await listingOf(id)).workingVersionId!;
    expect(await canReadFile(stranger, versionId, "public")).toBe(false);
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    expect(await canReadFile(visitor, versionId, "registered")).toBe(false);
    expect(await canReadFile(stranger, versionId, "registered")).toBe(true);
    expect(await canReadFile(stranger, versionId, "deal")).toBe(false);
    await revise(author, { listingId: id });
    expect((await getAchievementDesk(author, id)).files.map((file) => file.name)).toEqual(["检测报告.pdf"]);
  });
});

describe("people who press at once", () => {
  const paper = { name: "检测报告.pdf", bytes: new TextEncoder().encode("%PDF-1.4 检测"), audience: "public" };
  const row = (id: string) => sql`select 1 from listings where id = ${id} for update`;
  const codes = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.map((one) => (one.status === "fulfilled" ? "done" : (one.reason as { code?: string }).code));
  const filesOf = (versionId: string) => db().$count(files, eq(files.subjectId, versionId));

  async function sentBack(): Promise<{ id: string; reviewId: string; copy: string; remarkId: string }> {
    const { id, reviewId } = await submitted();
    await claim(reviewer, { reviewIds: [reviewId] });
    await sendBack(reviewer, { reviewId, remarks: [{ field: "title", text: "请写明对象" }] });
    return { id, reviewId, copy: (await listingOf(id)).workingVersionId!, remarkId: (await remarksOf(db(), "achievement", id))[0]!.id };
  }

  test("an upload and a submission: no file lands on what is with the reviewers", async () => {
    const id = await written();
    const versionId = (await listingOf(id)).workingVersionId!;
    const outcomes = await queueBehind(row(id), () => submit(author, { listingId: id, ...promise }), () => attachFile(colleague, { listingId: id, ...paper }));
    expect(codes(outcomes)).toEqual(["done", "not_editable"]);
    expect(await filesOf(versionId)).toBe(0);
  });

  test("an upload, a save or an answer and the undoing of a sending back: whoever comes first wins, and the other is told", async () => {
    const undo = (reviewId: string) => () => undoAchievementReturn(reviewer, { reviewId });
    const save = (id: string) => () => edit(author, { listingId: id, lock: 0, session: newId(), content: { title: "改过的名称" } });

    let it = await sentBack();
    expect(codes(await queueBehind(row(it.id), undo(it.reviewId), () => attachFile(author, { listingId: it.id, ...paper })))).toEqual(["done", "not_editable"]);
    expect(await filesOf(it.copy)).toBe(0);
    it = await sentBack();
    expect(codes(await queueBehind(row(it.id), () => attachFile(author, { listingId: it.id, ...paper }), undo(it.reviewId)))).toEqual(["done", "return_answered"]);

    // Both have begun and want the version that somebody else holds: neither may hold what the other waits for.
    it = await sentBack();
    expect(codes(await queueBehind(sql`select 1 from listing_versions where id = ${it.copy} for update`, save(it.id), undo(it.reviewId)))).toEqual(["done", "return_answered"]);
    it = await sentBack();
    expect(codes(await queueBehind(sql`select 1 from listing_versions where id = ${it.copy} for update`, undo(it.reviewId), save(it.id)))).toEqual(["done", "not_editable"]);

    it = await sentBack();
    const answer = () => answerRemark(author, { listingId: it.id, remarkId: it.remarkId, status: "explained", answer: "对象已在摘要中写明" });
    expect(codes(await queueBehind(sql`select 1 from reviews where id = ${it.reviewId} for update`, undo(it.reviewId), answer))).toEqual(["done", "review_decided"]);
    it = await sentBack();
    expect(codes(await queueBehind(sql`select 1 from reviews where id = ${it.reviewId} for update`, answer, undo(it.reviewId)))).toEqual(["done", "return_answered"]);
  });
});
