import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { achievementVersions, listings, listingVersions } from "@/db/schema";
import { makeOrganisation } from "@/db/testing/factories";
import { useDatabase, useMeilisearch } from "@/db/testing/database";
import { loadCodes } from "@/lib/codes/load";
import { newId } from "@/lib/core/id";
import type { AudienceMap } from "@/db/schema/listings";
import { readSearch } from "./address";
import { findListings } from "./find-listings";
import { prepareSearch } from "./prepare";
import { compareIndex } from "./reconcile";

useDatabase();
const meilisearch = useMeilisearch();
let shown: string;

async function publish(organisationId: string, number: string, title: string, audience: AudienceMap): Promise<string> {
  const [id, versionId, at] = [newId(), newId(), new Date()];
  await db().transaction(async (tx) => {
    await tx.insert(listings).values({ id, kind: "achievement", number: `C-${id.slice(-8)}`, organisationId, status: "published", publishedVersionId: versionId, publishedAt: at, createdAt: at, updatedAt: at, demo: true });
    await tx.insert(listingVersions).values({ id: versionId, listingId: id, ordinal: 1, status: "published", createdAt: at, savedAt: at });
    await tx.insert(achievementVersions).values({ versionId, title: "一项成果", summary: "说明", ip: [{ kind: "invention_patent", number, status: "granted", title }], audience });
  });
  return id;
}

beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  const { organisationId } = await makeOrganisation();
  shown = await publish(organisationId, "ZL2023 1 0123456.7", "叶片主梁原位固化方法", {});
  await publish(organisationId, "ZL202398765432.1", "电芯极耳焊接装置", { ip: "registered" });
  if (meilisearch) await prepareSearch();
});

const found = async (q: string) => (await findListings(readSearch({ q }))).hits.map(({ id }) => id);

test.each(["主梁原位固化", "ZL2023 1 0123456.7", "ZL202310123456.7", "zl202310123456.7", "202310123456.7"])("a right is found by %s", async (q) => {
  expect(await found(q)).toEqual([shown]);
});

test.each(["极耳焊接装置", "ZL202398765432.1"])("a right that is not public is not found by %s", async (q) => {
  expect(await found(q)).toEqual([]);
});

test("a record of the demo world says so in the index as in the database, and nothing has to be mended", async () => {
  expect((await findListings(readSearch({ q: "主梁原位固化" }))).hits[0]?.document.demo).toBe(true);
  expect(await compareIndex()).toEqual({ missing: [], stale: [], surplus: [] });
});
