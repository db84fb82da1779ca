import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { useDatabase, useMeilisearch } from "@/db/testing/database";
import { makeOrganisation } from "@/db/testing/factories";
import { newId } from "@/lib/core/id";
import { writingEngine } from "@/lib/engine/live";
import { BUILT_IN, setVocabulary } from "@/lib/engine/vocabulary";
import type { EventName } from "@/lib/events/names";
import { project } from "./project";

useDatabase();
const meilisearch = useMeilisearch();
const many = 2_500;

/** As approval would have left them, one by one. */
async function publishMany(organisationId: string): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.execute(sql`create temporary table made on commit drop as select gen_random_uuid() as id, gen_random_uuid() as version_id, i from generate_series(1, ${many}::int) i`);
    await tx.execute(sql`insert into listings (id, kind, number, organisation_id, created_at, updated_at) select id, 'achievement', 'M-' || i, ${organisationId}::uuid, now(), now() from made`);
    await tx.execute(sql`insert into listing_versions (id, listing_id, ordinal, status, created_at, saved_at) select version_id, id, 1, 'published', now(), now() from made`);
    await tx.execute(sql`insert into achievement_versions (version_id, title) select version_id, 'Record ' || i from made`);
    await tx.execute(sql`update listings l set status = 'published', published_version_id = m.version_id, published_at = now() from made m where m.id = l.id`);
  });
}

describe.runIf(meilisearch)("an institution with thousands of records", () => {
  let organisationId: string;
  const tell = (name: EventName) => db().transaction((tx) => project(tx, [{ position: 1, at: new Date(), id: newId(), name, actorId: null, organisationId, facts: {}, subjects: [{ kind: "organisation", id: organisationId }] }]));
  const indexed = async () => (await writingEngine()!.search({ filter: { organisationId: [organisationId] }, limit: 0 })).total;

  beforeAll(async () => {
    setVocabulary(BUILT_IN);
    await writingEngine()!.settings();
    ({ organisationId } = await makeOrganisation());
    await publishMany(organisationId);
  });

  test("is brought to the index whole, in heaps that the engine takes in time", async () => {
    const sent = vi.spyOn(writingEngine()!, "indexDocuments");
    await tell("organisation.profile_changed");
    expect(await indexed()).toBe(many);
    expect(sent.mock.calls.map(([documents]) => documents.length)).toEqual([500, 500, 500, 500, 500]);
    sent.mockRestore();
  });

  test("is called by a new name once that is verified", async () => {
    // Other files have records in the same index.
    const named = async () => (await writingEngine()!.scan("achievement", 0, 100_000)).documents.filter((document) => document.organisationId === organisationId && document.organisationName === "新名大学").length;
    await db().execute(sql`update organisations set name = '新名大学', verification = 'pending' where id = ${organisationId}::uuid`);
    await tell("organisation.profile_changed");
    expect(await named()).toBe(0);
    await db().execute(sql`update organisations set verified_name = name, verification = 'verified' where id = ${organisationId}::uuid`);
    await tell("organisation.verified");
    expect(await named()).toBe(many);
  });

  test("is taken out of it whole when it is suspended", async () => {
    await db().execute(sql`update organisations set suspended_at = now() where id = ${organisationId}::uuid`);
    await tell("organisation.suspended");
    expect(await indexed()).toBe(0);
  });
});
