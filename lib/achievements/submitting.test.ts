import { beforeAll, describe, expect, test } from "vitest";
import { content, listingOf, makeAchieving, promise, type Achieving } from "@/db/testing/achieving";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import type { Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { readUnderReview } from "@/lib/listings/read-review";
import { draft } from "./draft";
import { edit } from "./edit";
import { submit } from "./submit";
import { withdrawSubmission } from "./acts";

useDatabase();

let author: Person, colleague: Person, reviewer: Person;
let drafted: Achieving["drafted"], written: Achieving["written"], submitted: Achieving["submitted"];
beforeAll(async () => {
  ({ author, colleague, reviewer, drafted, written, submitted } = await makeAchieving());
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
