import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { listings } from "@/db/schema";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { useDatabase, useMeilisearch } from "@/db/testing/database";
import { draft } from "@/lib/achievements/draft";
import { edit } from "@/lib/achievements/edit";
import { getAchievementDesk } from "@/lib/achievements/queries";
import { submit } from "@/lib/achievements/submit";
import { approve } from "@/lib/achievements/acts";
import { loadCodes } from "@/lib/codes/load";
import type { Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { log } from "@/lib/core/log";
import { claim } from "@/lib/reviews/claim";
import { prepareSearch } from "@/lib/search/prepare";
import { checkupForDesk, checkupForReview, mostMissed } from "./queries";
import { compareWaiting } from "./store";

useDatabase();
const meilisearch = useMeilisearch();
let author: Person, reviewer: Person, stranger: Person;

const content = {
  title: "寒区碳纤维叶片一体成型工艺", summary: "面向零下四十度风电场景，把成型与固化合为一步，减少接缝，提高层间强度，已在中试线上连续运行六个月，成品率稳定。",
  description: "以预浸料铺放和原位固化为基础，叶片主梁一次成型，取消二次胶接工序，适用于寒区风电。", fieldCode: "EQ02", keywords: ["碳纤维"], maturity: 7,
  ip: [{ kind: "none", status: "granted" }], modes: ["license"], priceKind: "negotiable",
};
const statement = { secrecyReviewedBy: "科研院保密办", secrecyReviewedOn: "2026-01-05", exportControl: "no" };

beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  author = await makePerson({ organisation: await makeOrganisation(), roles: ["editor"] });
  reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
  stranger = await makePerson({ organisation: await makeOrganisation() });
});

async function submitted(): Promise<{ id: string; versionId: string; reviewId: string }> {
  const { id } = await draft(author, { title: "初稿" });
  await edit(author, { listingId: id, lock: 0, session: newId(), content, statement });
  const { reviewId } = await submit(author, { listingId: id, classified: "no", promise: "on" });
  const [listing] = await db().select().from(listings).where(eq(listings.id, id));
  return { id, versionId: listing!.workingVersionId!, reviewId };
}

describe("the check-up of a submission", () => {
  // First, alone in its process: what is rare is learnt once of an index that no other file has filled, and kept for seconds.
  test.runIf(meilisearch)("names a public record that says the same, as soon as the worker has compared them", async () => {
    const first = await submitted();
    await claim(reviewer, { reviewIds: [first.reviewId] });
    await approve(reviewer, { reviewId: first.reviewId });
    await prepareSearch();
    const { versionId } = await submitted();
    await compareWaiting();
    const [similar] = (await checkupForReview(reviewer, versionId))!.similar!;
    expect(similar).toMatchObject({ id: first.id, title: content.title });
    expect(similar!.likeness).toBeGreaterThan(0.9);
  });

  test("is stored with it, advises and never refuses, and is the bureau's to see", async () => {
    const { id, versionId } = await submitted();
    const stored = await checkupForReview(reviewer, versionId);
    expect(stored).toMatchObject({ method: "2", similar: null });
    expect(stored!.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(["no_indicator", "no_price"]));
    expect((await checkupForDesk(author, await getAchievementDesk(author, id))).score).toBe(stored!.score);
    await expect(checkupForReview(author, versionId)).rejects.toMatchObject({ name: "NotFound" });
    await expect(checkupForReview(stranger, versionId)).rejects.toMatchObject({ name: "NotFound" });
  });
});

test("of many submissions that wait none asks a search server that has just not answered another", async () => {
  for (let n = 0; n < 3; n += 1) await submitted();
  vi.stubEnv("MEILI_URL", "http://127.0.0.1:1");
  const warned = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  try {
    await compareWaiting();
    expect(warned).toHaveBeenCalledOnce();
  } finally {
    vi.unstubAllEnvs();
    warned.mockRestore();
  }
});

test("what matches miss most is named by two fields that are compared, each once, for those who may know the text", async () => {
  const { id } = await draft(author, { title: "初稿" });
  await edit(author, { listingId: id, lock: 0, session: newId(), content, statement });
  expect(await mostMissed(author, "achievement", id)).toEqual({ fields: ["advantages", "description"], editable: true });
  expect((await mostMissed(author, "achievement", id, 99)).fields).not.toContain("files");
  await submit(author, { listingId: id, classified: "no", promise: "on" });
  expect((await mostMissed(author, "achievement", id)).editable).toBe(false);
  await expect(mostMissed(stranger, "achievement", id)).rejects.toThrow("not_found");
});
