import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { events, listings, listingVersions, readings } from "@/db/schema";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { draft } from "@/lib/achievements/draft";
import { edit } from "@/lib/achievements/edit";
import { getAchievementDesk } from "@/lib/achievements/queries";
import { loadCodes } from "@/lib/codes/load";
import { visitor, type Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { publicDocuments } from "@/lib/listings/public-document";
import { adoptPlace } from "./adopt-place";
import { correctTerm } from "./correct-term";
import { readingForDesk } from "./queries";
import { readListings, readStale } from "./store";
import { undoCorrection } from "./undo-correction";

useDatabase();
let author: Person, viewer: Person, stranger: Person, id: string;

beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  const owner = await makeOrganisation();
  author = await makePerson({ organisation: owner, roles: ["editor"], name: "张老师" });
  viewer = await makePerson({ organisation: owner, roles: ["viewer"] });
  stranger = await makePerson({ organisation: await makeOrganisation(), roles: ["administrator"] });
  id = (await draft(author, { title: "碳纤维叶片成型", description: "碳纤维叶片在中试线上成型。" })).id;
});

const view = async () => readingForDesk(author, await getAchievementDesk(author, id));

describe("reading in the worker", () => {
  test("stores what it read of a save, and reads again what was saved since", async () => {
    expect(await readListings([id])).toBe(1);
    expect(await readListings([id])).toBe(0);
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { description: "示范应用于两座风场。" } });
    expect(await readStale()).toBeGreaterThan(0);
    const [stored] = await db().select({ lock: readings.lock, found: readings.found }).from(readings).innerJoin(listings, eq(listings.workingVersionId, readings.versionId)).where(eq(listings.id, id));
    expect(stored).toMatchObject({ lock: 1, found: { maturity: { level: 7 } } });
  });

  test("a save that the worker has not read yet is read for the page", async () => {
    const [version] = await db().select({ lock: listingVersions.lock }).from(listingVersions).innerJoin(listings, eq(listings.workingVersionId, listingVersions.id)).where(eq(listings.id, id));
    await edit(author, { listingId: id, lock: version!.lock, session: newId(), content: { description: "小批量供货。" } });
    expect((await view()).maturity).toEqual({ level: 8, word: "小批量" });
  });
});

describe("correcting", () => {
  test("a wrong term goes, a missing one comes, with who; both can be undone", async () => {
    const removed = await correctTerm(author, { listingId: id, correction: "removed", term: "碳纤维" });
    await correctTerm(author, { listingId: id, correction: "added", term: "CFRP" });
    const corrected = await view();
    expect(corrected.terms.map(({ text }) => text)).not.toContain("碳纤维");
    expect(corrected.corrections.map(({ kind, term, by }) => [kind, term, by])).toEqual([["removed", "碳纤维", "张老师"], ["added", "CFRP", "张老师"]]);
    await expect(correctTerm(author, { listingId: id, correction: "removed", term: "cfrp" }), "the same word to search").rejects.toMatchObject({ code: "term_corrected_already" });
    await undoCorrection(author, removed);
    await expect(undoCorrection(author, removed)).rejects.toMatchObject({ name: "Conflict" });
    expect((await view()).corrections).toHaveLength(1);
  });

  test("the same word twice, one letter, a stranger, a viewer: refused", async () => {
    const again = { listingId: id, correction: "added", term: "CFRP" };
    await expect(correctTerm(author, again)).rejects.toMatchObject({ name: "Conflict", code: "term_corrected_already" });
    await expect(correctTerm(author, { ...again, term: "碳" })).rejects.toMatchObject({ name: "Invalid" });
    await expect(correctTerm(viewer, again)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(correctTerm(stranger, again)).rejects.toMatchObject({ name: "NotFound" });
    await expect(correctTerm(visitor, again)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("what stands reaches the search document of a public record, under another stamp", async () => {
    const before = (await db().select().from(listings).where(eq(listings.id, id)))[0]!;
    await db().update(listingVersions).set({ status: "published" }).where(eq(listingVersions.id, before.workingVersionId!));
    await db().update(listings).set({ status: "published", publishedVersionId: before.workingVersionId, publishedAt: new Date() }).where(eq(listings.id, id));
    const [document] = await publicDocuments(db(), [id]);
    expect(document).toMatchObject({ addedTerms: ["CFRP"], stamp: `${before.workingVersionId}.3` });
    expect(document?.removedTerms).toBeUndefined();
    await db().update(listings).set({ status: "draft", publishedVersionId: null, publishedAt: null }).where(eq(listings.id, id));
    await db().update(listingVersions).set({ status: "working" }).where(eq(listingVersions.id, before.workingVersionId!));
  });
});

describe("adopting a suggested place", () => {
  test("is a save of the open editor with an event of its own", async () => {
    const { version } = await getAchievementDesk(author, id);
    const session = newId();
    const { lock } = await adoptPlace(author, { listingId: id, lock: version.lock, session, code: "EQ02-03" });
    const desk = await getAchievementDesk(author, id);
    expect(desk.content).toMatchObject({ industryCode: "EQ", fieldCode: "EQ02", directionCode: "EQ02-03" });
    expect(lock).toBe(version.lock + 1);
    await adoptPlace(author, { listingId: id, lock, session, code: "NM04" });
    expect((await getAchievementDesk(author, id)).content).toMatchObject({ fieldCode: "NM04", directionCode: null });
    expect(await db().select().from(events).where(and(eq(events.name, "reading.place_adopted")))).toHaveLength(2);
    await expect(adoptPlace(author, { listingId: id, lock, session, code: "XX99" })).rejects.toMatchObject({ name: "Invalid" });
    await expect(adoptPlace(stranger, { listingId: id, lock, session, code: "NM04" })).rejects.toMatchObject({ name: "NotFound" });
  });
});
