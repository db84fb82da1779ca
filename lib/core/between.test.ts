import { describe, expect, test } from "vitest";
import { z } from "zod";
import { between } from "./between";
import { formErrors, line, moneyFen, optional, plainDate } from "./fields";

type Dates = { from: string | null; to: string | null };
const form = z.object({ title: line({ max: 5 }), from: optional(plainDate()), to: optional(plainDate()), whole: moneyFen(), part: moneyFen() })
  .refine(...between<Dates>(["from", "to"], ({ from, to }) => !from || !to || to >= from, { at: "to", code: "date_order", values: ({ from }) => ({ after: from ?? "" }) }))
  .refine(...between<{ whole: number; part: number }>(["whole", "part"], ({ whole, part }) => part <= whole, { at: "part", code: "part_above_whole" }));
const problems = (typed: object) => { const read = form.safeParse({ title: "abc", from: "", to: "", whole: "2", part: "1", ...typed }); return read.success ? {} : formErrors(read.error); };

describe("rules between fields", () => {
  test("are all asked, also where another field is wrong", () => {
    expect(problems({ title: "", from: "2026-05-02", to: "2026-05-01", part: "3" })).toEqual({
      title: { code: "required", values: {} }, to: { code: "date_order", values: { after: "2026-05-02" } }, part: { code: "part_above_whole", values: {} },
    });
  });
  test("wait for their own fields", () => {
    expect(problems({ part: "much" })).toEqual({ part: { code: "not_a_number", values: {} } });
    expect(Object.keys(problems({ whole: "", part: "3" }))).toEqual(["whole"]);
  });
  test("let through what fits", () => {
    expect(problems({ from: "2026-05-01", to: "2026-05-02" })).toEqual({});
  });
});
