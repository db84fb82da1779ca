import { describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { withClock } from "@/lib/core/clock";
import { endOfDayInHarbin } from "@/lib/core/dates";
import { elapsedShareAt, wholeYear, yearFigures } from "@/lib/indicators/queries";
import { createWorld } from "./world";

/** The whole demo world, told by the real acts, on the day on which its renewal is likeliest: half past eight in Harbin. */
describe("a demo world made on 1 January", () => {
  useDatabase();

  it("is told to its end, and its year stands at about 85 % of an even year", async () => {
    const now = new Date("2027-01-01T00:30:00Z");
    await withClock(now, () => createWorld({ size: "small", now, progress: () => undefined }));
    const figures = await yearFigures(wholeYear(2027));
    expect(figures!.totalFen / (400 * 10_000_000_000 * elapsedShareAt(2027, "2027-01-01"))).toBeCloseTo(0.85, 2);
    // The year before is known as it grew, although its whole ledger comes in two weeks only: a view of a past day has a shape.
    const known = async (day: string) => (await yearFigures(wholeYear(2026, endOfDayInHarbin(day))))?.totalFen ?? 0;
    const grown = await Promise.all(["2026-02-28", "2026-06-30", "2026-10-31", "2026-12-31"].map(known));
    expect(grown.every((fen, index) => fen > (grown[index - 1] ?? 0)), grown.join()).toBe(true);
    // What was registered was completed then, not when the worker first reads of it.
    const { rows } = await db().execute<{ late: number; told: number }>(sql`select count(*) filter (where d.ended_at is distinct from e.at)::int as late, count(*)::int as told
      from events e join event_subjects s on s.event_at = e.at and s.event_id = e.id and s.kind = 'contract' join contracts c on c.id = s.subject_id join deals d on d.id = c.deal_id where e.name = 'registration.registered'`);
    expect(rows[0]).toMatchObject({ late: 0 });
    expect(rows[0]!.told).toBeGreaterThan(0);
    const { rows: papers } = await db().execute<{ of: string }>(sql`select distinct subject_kind || ' ' || audience as of from files order by 1`);
    expect(papers.map((row) => row.of), "papers of records, for each audience, and of deals").toEqual(["deal deal", "listing_version deal", "listing_version public", "listing_version registered"]);
  }, 180_000);
});
