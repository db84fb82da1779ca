import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema";
import { listingOf, makeAchieving, promise, type Achieving } from "@/db/testing/achieving";
import { useDatabase } from "@/db/testing/database";
import { queueBehind } from "@/db/testing/queue";
import type { Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { claim } from "@/lib/reviews/claim";
import { remarksOf } from "@/lib/reviews/queries";
import { answerRemark, attachFile, sendBack, undoReturn } from "./acts";
import { edit } from "./edit";
import { submit } from "./submit";

useDatabase();

let author: Person, colleague: Person, reviewer: Person;
let written: Achieving["written"], submitted: Achieving["submitted"];
beforeAll(async () => {
  ({ author, colleague, reviewer, written, submitted } = await makeAchieving());
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
    const undo = (reviewId: string) => () => undoReturn(reviewer, { reviewId });
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
