import { expect, test } from "vitest";
import { holidayTable, holidayYears, isCalendarAnnounced } from "@/lib/codes/holidays";
import { planFigures, planIndicators, unscaledValue } from "@/lib/codes/plan";
import { dueDate, ruleKeys, shippedRule, shippedRules } from "@/lib/codes/rules";

test("the registration limit changes with the law", () => {
  expect(shippedRule("registration.limit", "2026-01-22")?.value).toEqual({ days: 30, calendar: "natural" });
  expect(shippedRule("registration.limit", "2026-01-23")).toMatchObject({ value: { days: 15, calendar: "working" }, verified: false });
  expect(shippedRule("registration.large_threshold", "2026-11-24")?.value).toBe(500_000_000);
  expect(shippedRule("tax.vat_exempt", "2028-01-01")).toBeUndefined();
});

test("periods of a rule do not overlap and every rule says where it comes from", () => {
  for (const key of ruleKeys) {
    const periods = shippedRules.filter((rule) => rule.key === key).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    for (const [index, rule] of periods.entries()) {
      expect(rule.sourceTitle).not.toBe("");
      expect(rule.sourceTitle).not.toMatch(/https?:/);
      const next = periods[index + 1];
      if (next) expect(rule.effectiveTo !== null && rule.effectiveTo < next.effectiveFrom, key).toBe(true);
    }
  }
});

test("due dates: working days skip holidays, natural days roll off them", () => {
  expect(dueDate("2026-09-30", { days: 1, calendar: "working" })).toBe("2026-10-08");
  expect(dueDate("2026-09-18", { days: 1, calendar: "working" })).toBe("2026-09-20");
  expect(dueDate("2026-09-18", { days: 15, calendar: "natural" })).toBe("2026-10-08");
  expect(dueDate("2026-11-23", { days: 2, calendar: "working" })).toBe("2026-11-25");
});

test("holidays: made-up days are weekends, the announced years are whole", () => {
  for (const day of holidayTable.work) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  expect(holidayYears.map((year) => [year.year, Object.keys(year.off).length, Object.keys(year.work).length])).toEqual([[2025, 28, 5], [2026, 33, 6], [2027, 13, 0]]);
  expect(isCalendarAnnounced("2026-05-01")).toBe(true);
  expect(isCalendarAnnounced("2027-05-01")).toBe(false);
});

test("the plan's ten indicators, scaled as the tables keep them", () => {
  expect(planIndicators).toHaveLength(10);
  const target = planFigures.targets.find((row) => row.indicator === "contract_value");
  expect(target).toMatchObject({ year: 2025, value: 4_000_000_000_000, stretch: null });
  expect(planFigures.reported.find((row) => row.indicator === "contract_value")).toMatchObject({ year: 2020, value: 2_200_000_000_000 });
  expect(planFigures.targets.find((row) => row.indicator === "rd_intensity")).toMatchObject({ floor: 260, stretch: 300 });
  expect(planFigures.reported.find((row) => row.indicator === "patents_per_10k")?.value).toBe(2301);
  expect(unscaledValue("contract_value", 4_000_000_000_000)).toBe(400);
});
