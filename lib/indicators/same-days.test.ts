import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { loadCodes } from "@/lib/codes/load";
import { confirmImport } from "@/lib/contracts/imports/confirm";
import { example } from "@/lib/contracts/imports/data/template";
import { runImport } from "@/lib/contracts/imports/run-import";
import { undoImport } from "@/lib/contracts/imports/undo";
import { uploadLedger } from "@/lib/contracts/imports/upload";
import type { Person } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { endOfDayInHarbin } from "@/lib/core/dates";
import { wholeYear } from "./queries";
import { sameDays } from "./same-days";

useDatabase();

let reviewer: Person, last = 0;
beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
});

const yuan = 100;
const at = (day: string) => new Date(`${day}T02:00:00Z`);
/** One contract of so many yuan on each day, recorded on `when`. */
const imported = (when: string, days: Record<string, number>) => withClock(at(when), async () => {
  const rows = Object.entries(days).map(([registeredOn, total]) => ({ ...example, officialNumber: `20262301${String(++last).padStart(8, "0")}`, signedOn: "2024-01-02", registeredOn, total: String(total), technical: String(total) }));
  const { importId } = await uploadLedger(reviewer, { fileName: "台账.xlsx", rows });
  await confirmImport(reviewer, { importId });
  await runImport(importId);
  return importId;
});

it("compares two stretches of equal length, as far as ledgers were imported; a year that is over as a whole", async () => {
  await imported("2026-01-05", { "2025-01-10": 100, "2025-02-10": 200, "2025-02-28": 300, "2025-12-20": 400 });
  await withClock(at("2026-01-20"), async () => expect(await sameDays(wholeYear(2026), "type"), "nothing of this year: no fall by all of it").toBeNull());
  await imported("2026-02-05", { "2026-01-30": 1_000 });
  const told = async (now: string, year = 2026, asOf: string | null = null) => withClock(at(now), async () => {
    const found = await sameDays(wholeYear(year, asOf ? endOfDayInHarbin(asOf) : null), "type");
    return found && [found.until, found.now.get("development"), found.before === null ? "unfilled" : found.before.get("development")];
  });
  expect(await told("2026-02-20"), "February is not imported: that of the year before is left out").toEqual(["2026-01-30", 1_000 * yuan, 100 * yuan]);
  const february = await imported("2026-03-05", { "2026-02-15": 2_000 });
  expect(await told("2026-03-10")).toEqual(["2026-02-15", 3_000 * yuan, 300 * yuan]);
  expect(await told("2026-03-10", 2026, "2026-02-20"), "as it was known").toEqual(["2026-01-30", 1_000 * yuan, 100 * yuan]);
  expect(await told("2026-03-10", 2025), "the year is over; nobody filled in the one before, which is not the same as none").toEqual(["2025-12-31", 1_000 * yuan, "unfilled"]);
  await withClock(at("2026-03-06"), () => undoImport(reviewer, { importId: february }));
  expect(await told("2026-03-10"), "an import that was undone reaches nowhere").toEqual(["2026-01-30", 1_000 * yuan, 100 * yuan]);
  expect(await told("2026-03-10", 2026, "2026-03-05")).toEqual(["2026-02-15", 3_000 * yuan, 300 * yuan]);
});
