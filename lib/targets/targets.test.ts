import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { targets } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import type { Person } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { planBoard } from "@/lib/indicators/plan-board";
import { wholeYear } from "@/lib/indicators/queries";
import { yearView } from "@/lib/indicators/year-view";
import { loadPlanFigures } from "./load-plan";
import { cityReports, cityTargets, districtTargets } from "./queries";
import { reportValue } from "./report-value";
import { setTarget } from "./set-target";
import { withdrawReport } from "./withdraw-report";
import { withdrawTarget } from "./withdraw-target";

useDatabase();
const at = new Date("2026-03-02T02:00:00Z");
const yi = 10_000_000_000;
const base = { indicator: "contract_value", year: 2026, value: 400, source: "市科技局年度工作安排" };
let director: Person, reviewer: Person, stranger: Person;

beforeAll(async () => {
  const bureau = await makeOrganisation({ kind: "bureau" });
  director = await makePerson({ organisation: bureau, roles: ["director"] });
  reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"] });
  stranger = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }) });
});

it("is set by the director alone", async () => {
  await expect(setTarget(stranger, base)).rejects.toThrow(NotFound);
  await expect(setTarget(reviewer, base)).rejects.toThrow(Forbidden);
  expect(await db().select().from(targets)).toEqual([]);
});

it("keeps floor and stretch, who set it, when and after what", async () => {
  await withClock(at, () => setTarget(director, { ...base, floor: "380", stretch: "420" }));
  expect(await cityTargets("contract_value")).toMatchObject([{ year: 2026, value: 400 * yi, floor: 380 * yi, stretch: 420 * yi, source: base.source, setByName: director.name, setAt: at }]);
  const line = (await withClock(at, planBoard)).find((one) => one.indicator.key === "contract_value");
  expect(line?.years.find((one) => one.year === 2026)).toMatchObject({ target: 400 * yi, floor: 380 * yi, stretch: 420 * yi, targetSet: { by: director.name, at } });
});

it.each([[{ value: "0" }, "value", "above_zero"], [{ floor: "401" }, "floor", "floor_above"], [{ stretch: "399" }, "stretch", "stretch_below"], [{ scopeCode: "110000" }, "scopeCode", "choose"], [{ indicator: "rd_intensity", value: "2.625" }, "value", "decimals"], [{ scopeCode: "230103", institution: "某大学" }, "institution", "one_scope"]])("%o is refused at %s", async (change, field, code) => {
  const refused = await setTarget(director, { ...base, ...change }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Invalid);
  expect((refused as Invalid).fields[field]).toMatchObject({ code });
});

it("a district or an institution has its own; the city's is untouched, and the cockpit has the districts'", async () => {
  await withClock(at, async () => {
    await setTarget(director, { ...base, value: 150, scopeCode: "230103" });
    await setTarget(director, { ...base, value: 140, scopeCode: "230103" });
    await setTarget(director, { ...base, value: 12, scopeCode: "230100", institution: "某某（集团）有限公司" });
  });
  expect(await districtTargets("contract_value", 2026)).toEqual(new Map([["230103", 140 * yi]]));
  expect((await cityTargets("contract_value")).map((row) => row.value)).toEqual([400 * yi]);
  const view = await withClock(at, () => yearView(wholeYear(2026)));
  expect(view.districtTargets.get("230103")).toBe(140 * yi);
  expect(view.districtTargets.has("230109"), "without one, nothing is measured").toBe(false);
  expect((await withClock(at, () => yearView({ ...wholeYear(2026), parts: { type: "service" } }))).districtTargets.size, "a part of the year has no target").toBe(0);
  const line = (await withClock(at, planBoard)).find((one) => one.indicator.key === "contract_value");
  expect(line?.parts.map((row) => [row.scopeKind, row.scopeCode])).toEqual([["district", "230103"], ["institution", "某某（集团）有限公司"]]);
});

it("a year that has not begun has its target on the board, and nothing to report", async () => {
  await withClock(at, () => setTarget(director, { ...base, year: 2027, value: 430 }));
  const line = (await withClock(at, planBoard)).find((one) => one.indicator.key === "contract_value");
  expect(line?.years.at(-1)).toMatchObject({ year: 2027, target: 430 * yi, reported: null, computed: null });
  const refused = await withClock(at, () => reportValue(director, { ...base, year: 2027 })).catch((error: unknown) => error);
  expect((refused as Invalid).fields).toEqual({ year: { code: "range", values: { min: 2000, max: 2026 } } });
});

it("a value of one year is measured by that year's own target alone; what grows over the years by the plan's, too", async () => {
  await withClock(at, async () => {
    for (const indicator of ["contract_value", "achievements_converted"]) {
      await setTarget(director, { ...base, indicator, year: 2025, value: 5000 });
      await reportValue(director, { indicator, year: 2024, value: 3000, source: "年报" });
    }
  });
  const aims = new Map((await withClock(at, planBoard)).map((line) => [line.indicator.key, [line.latest?.year, line.aim?.year]]));
  expect(aims.get("contract_value")).toEqual([2024, undefined]);
  expect(aims.get("achievements_converted")).toEqual([2024, 2025]);
});

describe("what was set and reported by mistake", () => {
  const day = (date: string) => new Date(`2026-${date}T02:00:00Z`);
  const targetOn = async (date: string | null) => (await cityTargets("contract_value", date ? day(date) : null)).find((row) => row.year === 2030)?.value ?? null;
  const reportOn = async (date: string | null) => (await cityReports("contract_value", date ? day(date) : null)).find((row) => row.year === 2021)?.value ?? null;

  it("is replaced, taken away and set again; every past day has what stood on it", async () => {
    const set = (date: string, value: number) => withClock(day(date), () => setTarget(director, { ...base, year: 2030, value }));
    await set("04-01", 500);
    const { id: targetId } = await set("05-01", 550);
    await expect(withdrawTarget(stranger, { targetId })).rejects.toThrow(NotFound);
    await expect(withdrawTarget(reviewer, { targetId })).rejects.toThrow(Forbidden);
    await withClock(day("06-01"), () => withdrawTarget(director, { targetId }));
    expect(await targetOn(null)).toBeNull();
    expect((await withClock(day("06-02"), planBoard)).find((line) => line.indicator.key === "contract_value")?.years.find((one) => one.year === 2030)).toBeUndefined();
    await expect(withClock(day("06-02"), () => withdrawTarget(director, { targetId }))).rejects.toThrow(Conflict);
    await set("07-01", 560);
    expect(await Promise.all(["03-01", "04-15", "05-15", "06-15", "07-15"].map(targetOn))).toEqual([null, 500 * yi, 550 * yi, null, 560 * yi]);
  });

  it("so with a reported value, by those who report", async () => {
    const say = (date: string, value: number) => withClock(day(date), () => reportValue(reviewer, { ...base, year: 2021, value }));
    await say("04-01", 245);
    const { id: reportId } = await say("05-01", 246);
    await expect(withdrawReport(stranger, { reportId })).rejects.toThrow(NotFound);
    await withClock(day("06-01"), () => withdrawReport(reviewer, { reportId }));
    await expect(withClock(day("06-02"), () => withdrawReport(reviewer, { reportId }))).rejects.toThrow(Conflict);
    expect(await Promise.all(["03-01", "04-15", "05-15", "06-15", null].map(reportOn))).toEqual([null, 245 * yi, 246 * yi, null, null]);
  });

  it("a past view of the year has the targets of its day", async () => {
    await withClock(day("08-01"), () => setTarget(director, { ...base, scopeCode: "230104", value: 10 }));
    await withClock(day("08-10"), () => setTarget(director, { ...base, scopeCode: "230104", value: 20 }));
    const seen = async (date: string) => (await yearView(wholeYear(2026, day(date)))).districtTargets.get("230104");
    expect(await Promise.all(["07-31", "08-05", "08-15"].map(seen))).toEqual([undefined, 10 * yi, 20 * yi]);
  });

  it("the plan's own figures are of every day, and do not come back once taken away", async () => {
    const load = () => withClock(day("09-01"), () => db().transaction((tx) => loadPlanFigures(tx)));
    const patents = async (date: string | null) => (await cityTargets("patents_per_10k", date ? day(date) : null)).map((row) => [row.id, row.year]);
    await load();
    const [[targetId] = []] = await patents(null);
    expect(await patents("01-01"), "before the platform").toEqual([[targetId, 2025]]);
    await withClock(day("09-02"), () => withdrawTarget(director, { targetId }));
    await load();
    expect(await patents(null)).toEqual([]);
  });
});
