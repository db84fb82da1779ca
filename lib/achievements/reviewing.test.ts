import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { organisations, reviews } from "@/db/schema";
import { content, listingOf, makeAchieving, promise, type Achieving } from "@/db/testing/achieving";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { withClock } from "@/lib/core/clock";
import { visitor, type Membership, type Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { readUnderReview } from "@/lib/listings/read-review";
import { claim } from "@/lib/reviews/claim";
import { claimNext } from "@/lib/reviews/claim-next";
import { queueStanding, remarksOf } from "@/lib/reviews/queries";
import { release } from "@/lib/reviews/release";
import { releaseClaimsOf } from "@/lib/reviews/release-claims";
import { answerRemark, approve, refuse, relist, sendBack, withdraw, withdrawSubmission } from "./acts";
import { edit } from "./edit";
import { getAchievement, getAchievementDesk } from "./queries";
import { submit } from "./submit";

useDatabase();

let owner: Membership, bureau: Membership;
let author: Person, stranger: Person, reviewer: Person, second: Person;
let submitted: Achieving["submitted"], published: Achieving["published"];
beforeAll(async () => {
  ({ owner, bureau, author, stranger, reviewer, second, submitted, published } = await makeAchieving());
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
    await expect(approve(second, { reviewId })).rejects.toMatchObject({ code: "review_held", values: { who: "王审" } });
    await expect(release(second, { reviewId })).rejects.toMatchObject({ name: "Forbidden" });
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

  test("the reviewer's desk counts what waits and what is in hand; nobody else's does", async () => {
    const before = (await queueStanding(reviewer))!;
    await claim(reviewer, { reviewIds: [reviewId] });
    expect(await queueStanding(reviewer)).toMatchObject({ open: before.open - 1, mine: before.mine + 1, late: before.late });
    expect(await queueStanding(second)).toMatchObject({ open: before.open - 1 });
    expect(await withClock(new Date(Date.now() + 20 * 86_400_000), () => queueStanding(reviewer))).toMatchObject({ late: before.open + before.mine });
    expect(await queueStanding(author)).toBeNull();
  });

  test("refused for good, with a reason", async () => {
    await claim(reviewer, { reviewIds: [reviewId] });
    await expect(refuse(reviewer, { reviewId, reason: "" })).rejects.toMatchObject({ name: "Invalid" });
    await refuse(reviewer, { reviewId, reason: "不属于科技成果" });
    expect(await listingOf(id)).toMatchObject({ status: "refused", statusReason: "不属于科技成果" });
    await expect(edit(author, { listingId: id, lock: 1, session: newId(), content: {} })).rejects.toMatchObject({ name: "Conflict" });
  });
});
