import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { listingVersions, reviews } from "@/db/schema";
import { content, eventsNamed, listingOf, makeAchieving, promise, statement, type Achieving } from "@/db/testing/achieving";
import { useDatabase } from "@/db/testing/database";
import { withClock } from "@/lib/core/clock";
import { visitor, type Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { readUnderReview } from "@/lib/listings/read-review";
import { claim } from "@/lib/reviews/claim";
import { listUndoable, remarksOf } from "@/lib/reviews/queries";
import { answerRemark, approve, attachFile, discard, discardRevision, refuse, revise, sendBack, undoApproval, undoRefusal, undoReturn, withdraw, withdrawSubmission } from "./acts";
import { edit } from "./edit";
import { getAchievement, getAchievementDesk } from "./queries";
import { submit } from "./submit";

useDatabase();

let author: Person, reviewer: Person, second: Person;
let submitted: Achieving["submitted"], published: Achieving["published"];
beforeAll(async () => {
  ({ author, reviewer, second, submitted, published } = await makeAchieving());
});

describe("a decision", () => {
  let id: string, reviewId: string;
  beforeEach(async () => {
    ({ id, reviewId } = await submitted());
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

    await expect(undoApproval(second, { reviewId })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(undoApproval(author, { reviewId })).rejects.toMatchObject({ name: "NotFound" });
    await expect(withClock(new Date(Date.now() + 11 * 60_000), () => undoApproval(reviewer, { reviewId }))).rejects.toMatchObject({ code: "approval_settled" });
    const offered = async (actor: Person) => (await listUndoable(actor)).reviews.some((one) => one.id === reviewId);
    expect([await offered(reviewer), await offered(second), await withClock(new Date(Date.now() + 11 * 60_000), () => offered(reviewer))]).toEqual([true, false, false]);
    const outcomes = await Promise.allSettled([undoApproval(reviewer, { reviewId }), undoApproval(reviewer, { reviewId })]);
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
    await undoApproval(reviewer, { reviewId });
    expect(await listingOf(id)).toMatchObject({ status: "pending", revision: "none", publishedVersionId: null, publishedAt: null });
    await expect(getAchievement(visitor, id)).rejects.toMatchObject({ name: "NotFound" });
    await approve(reviewer, { reviewId });
    await withdraw(author, { listingId: id });
    await expect(undoApproval(reviewer, { reviewId })).rejects.toMatchObject({ code: "changed_meanwhile" });
  });

  test("a sending back is taken back within ten minutes by who did it; the remarks are in hand again, and the author does not read them", async () => {
    await claim(reviewer, { reviewIds: [reviewId] });
    const before = await listingOf(id);
    await sendBack(reviewer, { reviewId, remarks: [{ field: "title", text: "请写明对象" }] });
    await expect(undoReturn(second, { reviewId })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(undoReturn(author, { reviewId })).rejects.toMatchObject({ name: "NotFound" });
    await expect(withClock(new Date(Date.now() + 11 * 60_000), () => undoReturn(reviewer, { reviewId }))).rejects.toMatchObject({ code: "return_settled" });
    const outcomes = await Promise.allSettled([undoReturn(reviewer, { reviewId }), undoReturn(reviewer, { reviewId })]);
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
    await undoReturn(reviewer, { reviewId });
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
      await expect(undoReturn(reviewer, { reviewId: review })).rejects.toMatchObject({ code: code.trim() });
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
    await undoReturn(reviewer, { reviewId: again });
    expect(await listingOf(other)).toMatchObject({ status: "published", revision: "pending", workingVersionId: version.id });
    expect((await getAchievement(visitor, other)).content.title).toBe(content.title);
    await approve(reviewer, { reviewId: again });
    expect((await getAchievement(visitor, other)).content.title).toBe("改后的题目");
  });

  test("a refusal that was wrong is taken back by any reviewer, once, and decided anew", async () => {
    await claim(reviewer, { reviewIds: [reviewId] });
    await expect(undoRefusal(reviewer, { reviewId })).rejects.toMatchObject({ name: "Conflict" });
    await refuse(reviewer, { reviewId, reason: "不属于科技成果" });
    await expect(undoRefusal(author, { reviewId })).rejects.toMatchObject({ name: "NotFound" });
    const outcomes = await Promise.allSettled([undoRefusal(second, { reviewId }), undoRefusal(reviewer, { reviewId })]);
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
    await undoRefusal(reviewer, { reviewId: await revised() });
    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "pending" });
    expect((await getAchievement(visitor, id)).content.title).toBe(content.title);
    await withdrawSubmission(author, { listingId: id });
    await discardRevision(author, { listingId: id });
    const overtaken = await revised();
    await revise(author, { listingId: id });
    await expect(undoRefusal(reviewer, { reviewId: overtaken })).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "draft" });
  });
});
