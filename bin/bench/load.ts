import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { addOrganisation } from "@/lib/organisations/add-organisation";
import type { BenchRecord, Surroundings } from "./records";

const ORGANISATIONS = 200;

/** The organisations that the records belong to, and the fields of the plan that they can lie in. */
export async function surroundings(): Promise<Surroundings> {
  const organisations = await db().transaction(async (tx) => {
    const made: string[] = [];
    for (let i = 0; i < ORGANISATIONS; i++) {
      const { id } = await addOrganisation(tx, { name: `Bench organisation ${i}`, kind: i % 2 === 0 ? "university" : "enterprise", verified: true, districtCode: "230103", creditCode: null });
      made.push(id);
    }
    return made;
  });
  const { rows } = await db().execute<{ industry: string; field: string }>(sql`select parent_code as industry, code as field from taxonomy_terms where kind = 'field' order by code`);
  return { organisations, fields: rows };
}

/**
 * The plain batch function: listings with their versions as an approval (or a submission) would leave them, in one statement.
 * A batch has no events, so nobody is told and the worker is not woken; the caller brings it to the index.
 */
export async function insertRecords(rows: readonly BenchRecord[], status: "published" | "pending" = "published"): Promise<void> {
  await db().execute(sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, version uuid, kind text, number text, organisation uuid, title text, summary text, body text,
      keywords text[], industry text, field text, district text, maturity integer, modes text[], at timestamptz)),
    listed as (insert into listings (id, kind, number, organisation_id, status, published_version_id, working_version_id, published_at, created_at, updated_at)
      select id, kind, number, organisation, ${status}, case when ${status} = 'published' then version end, case when ${status} = 'pending' then version end,
        case when ${status} = 'published' then at end, at, at from given),
    versions as (insert into listing_versions (id, listing_id, ordinal, status, created_at, saved_at, submitted_at, decided_at)
      select version, id, 1, ${status}, at, at, at, case when ${status} = 'published' then at end from given),
    achievements as (insert into achievement_versions (version_id, title, summary, description, industry_code, field_code, keywords, maturity, ip, modes, district_code)
      select version, title, summary, body, industry, field, keywords, maturity, '[{"kind": "invention_patent", "status": "granted"}]', modes, district from given where kind = 'achievement')
    insert into need_versions (version_id, title, problem, industry_code, field_code, keywords, required_maturity, modes, district_code)
      select version, title, summary || body, industry, field, keywords, maturity, modes, district from given where kind = 'need'`);
}
