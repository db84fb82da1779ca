import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as f from "@/lib/core/fields";
import { lengthOf } from "@/lib/core/typed-text";

function answer<T>(field: f.Field<T>, typed: unknown): unknown {
  const parsed = field.safeParse(typed);
  return parsed.success ? parsed.data : parsed.error.issues.map(f.issueCode)[0];
}
const code = (field: f.Field<unknown>, typed: unknown) => (answer(field, typed) as { code?: string }).code;

describe("text", () => {
  test.each([
    ["  寒地大豆\r\n分子育种  ", "寒地大豆分子育种"],
    ["laser\nwelding", "laser welding"],
    ["ＴＲＬ７级，完成", "TRL7级，完成"],
    ["零\u200b宽\u0000度\ufeff", "零宽度"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ])("a line %j becomes %j", (typed, kept) => {
    expect(answer(f.line({ max: 40 }), typed)).toBe(kept);
  });

  test("empty, too long and too short are told with their numbers", () => {
    for (const typed of [undefined, null, "", " \u3000\u200b\n"]) expect(answer(f.title(), typed)).toEqual({ code: "required", values: {} });
    expect(answer(f.title(40), "字".repeat(46))).toEqual({ code: "too_long", values: { max: 40, is: 46, over: 6 } });
    expect(answer(f.text(50, 200), "字".repeat(32))).toEqual({ code: "too_short", values: { min: 50, is: 32, missing: 18 } });
    expect(answer(f.title(2), "𠮷𠮷")).toBe("𠮷𠮷");
    expect(lengthOf("𠮷")).toBe(1);
  });

  test("paragraphs stay, superfluous lines go", () => {
    expect(answer(f.text(1, 100), "\n一  \r\n\r\n\r\n\r\n二\t\n")).toBe("一\n\n二");
  });

  test("a text of nothing but blanks is read as fast as any other", () => {
    const started = performance.now();
    for (const blank of ["\n", " ", "\u3000", "\n "]) for (const read of [f.title(), f.text(1, 100)]) answer(read, `字${blank.repeat(100_000)}x`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("an optional field is null when empty and keeps the inner problem", () => {
    expect(answer(f.optional(f.title(2)), "  ")).toBeNull();
    expect(answer(f.optional(f.title(2)), "长标题")).toMatchObject({ code: "too_long" });
  });
});

describe("addresses and numbers of people", () => {
  test("email", () => {
    expect(answer(f.email(), " Wang.Min＠Example.ＣＮ ")).toBe("wang.min@example.cn");
    for (const bad of ["a", "a@b", "a@b@c.cn", "a b", "@c.cn", "a@.cn"]) expect(code(f.email(), bad)).toBe("email");
  });
  test("mobile and phone", () => {
    expect(answer(f.mobile(), "+86 138-0013 8000")).toBe("13800138000");
    expect(answer(f.mobile(), "８６１３８００１３８０００")).toBe("13800138000");
    expect(code(f.mobile(), "12345678901")).toBe("mobile");
    expect(answer(f.phone(), "（0451）8400－0000")).toBe("(0451)8400-0000");
  });
  test("password is kept as typed", () => {
    expect(answer(f.password(), " blue lamp 7 ")).toBe(" blue lamp 7 ");
    expect(code(f.password(), "short")).toBe("too_short");
    expect(code(f.password(), "aaaaaaaaaaaa")).toBe("password_repeats");
    for (const weak of ["1234567890", "０９８７６５４３２１", "Password2026"]) expect(code(f.password(), weak)).toBe("password_common");
  });
  test("credit code", () => {
    expect(answer(f.creditCode(), "９１350100m000100y43")).toBe("91350100M000100Y43");
    expect(answer(f.creditCode(), "9135")).toEqual({ code: "credit_code_length", values: { is: 4 } });
  });
  test("identifier and link", () => {
    expect(answer(f.identifier(), "zl 2020 1 0123456.7")).toBe("ZL202010123456.7");
    expect(code(f.identifier(), "<b>")).toBe("identifier");
    expect(code(f.link(), "javascript:alert(1)")).toBe("link");
    expect(answer(f.link(), "https://example.cn/a")).toBe("https://example.cn/a");
  });
});

describe("numbers and dates", () => {
  test("money: a number is fen, a text is in the field's unit", () => {
    expect(answer(f.moneyFen(), 12_345)).toBe(12_345);
    expect(answer(f.moneyFen(), "８０．５")).toBe(80_500_000);
    expect(answer(f.moneyFen({ unit: "yuan" }), "1,280.05")).toBe(128_005);
    expect(answer(f.moneyFen(), "120万")).toEqual({ code: "unit_doubt", values: { written: "120万", amount: 120, unit: "wan" } });
    expect(code(f.moneyFen(), "-1")).toBe("negative");
    expect(code(f.moneyFen(), -1)).toBe("negative");
    expect(answer(f.moneyFen(), "1.1234567")).toEqual({ code: "decimals", values: { max: 6 } });
    expect(code(f.moneyFen(), "面议")).toBe("not_a_number");
    expect(answer(f.moneyFen({ min: 1_000_000 }), "0.5")).toMatchObject({ code: "money_min", values: { min: 1 } });
  });
  test("decimals", () => {
    expect(answer(f.wholeNumber({ min: 1, max: 13 }), " ７ ")).toBe(7);
    expect(answer(f.wholeNumber({ min: 1, max: 13 }), "14")).toEqual({ code: "range", values: { min: 1, max: 13 } });
    expect(code(f.wholeNumber({ min: 1, max: 13 }), "1.5")).toBe("decimals");
    expect(answer(f.decimal({ min: -5, max: 5 }), "−1.25")).toBe(-1.25);
    for (const bad of ["1e3", "0x10", "Infinity", "NaN", "a"]) expect(code(f.decimal({ min: 0, max: 1e9 }), bad)).toBe("not_a_number");
  });
  test("days", () => {
    expect(answer(f.plainDate(), "２０２６．１１．２３")).toBe("2026-11-23");
    expect(code(f.plainDate(), "2026-02-30")).toBe("date");
    expect([code(f.plainDate(), "0202-05-06"), code(f.plainDate(), "19841231"), answer(f.plainDate(), "1985.1.1")]).toEqual(["date_too_early", "date_too_early", "1985-01-01"]);
    expect(code(f.plainDate({ from: "2026-01-01" }), "2025-12-31")).toBe("date_from");
  });
});

describe("choices", () => {
  test("one, several, short texts", () => {
    expect(answer(f.oneOf(["a", "b"]), "b")).toBe("b");
    expect(code(f.oneOf(["a", "b"]), "c")).toBe("choose");
    expect(code(f.oneOf(["a", "b"]), "")).toBe("choose");
    expect(answer(f.someOf(["a", "b", "c"]), ["c", "a", "a"])).toEqual(["a", "c"]);
    expect(answer(f.someOf(["a", "b"]), "b")).toEqual(["b"]);
    expect(answer(f.someOf(["a"]), undefined)).toEqual([]);
    expect(code(f.someOf(["a"], { min: 1 }), [])).toBe("choose");
    expect(answer(f.shortTexts({ max: 8 }), "大豆，育种、 大豆;寒地\n")).toEqual(["大豆", "育种", "寒地"]);
    expect(code(f.shortTexts({ max: 1 }), ["a", "b"])).toBe("too_many");
  });
  test("ticks", () => {
    expect(answer(f.flag(), undefined)).toBe(false);
    expect(answer(f.flag(), "on")).toBe(true);
    expect(code(f.accepted(), undefined)).toBe("must_accept");
  });
});

describe("forms", () => {
  const schema = z.object({ title: f.title(2), ip: z.array(z.object({ number: f.identifier() })), open: f.flag(), modes: f.someOf(["a"]), note: f.optional(f.text(0, 9)) });

  test("missing keys are treated like empty fields", () => {
    const parsed = schema.parse({ title: "题", ip: [] });
    const typed: { title: string; note: string | null; modes: "a"[]; open: boolean } = parsed;
    expect(typed).toEqual({ title: "题", ip: [], open: false, modes: [], note: null });
  });
  test("problems are keyed by path", () => {
    const parsed = schema.safeParse({ ip: [{ number: "" }, { number: "?" }] });
    expect(f.formErrors(parsed.error ?? new z.ZodError([]))).toEqual({
      title: { code: "required", values: {} },
      "ip.0.number": { code: "required", values: {} },
      "ip.1.number": { code: "identifier", values: {} },
    });
  });
  test("zod's own issues become codes", () => {
    const parsed = z.object({ kind: z.enum(["a"]), list: z.array(z.string()) }).safeParse({});
    expect(f.formErrors(parsed.error ?? new z.ZodError([]))).toEqual({ kind: { code: "choose", values: {} }, list: { code: "invalid", values: {} } });
    const bare = z.object({ kind: z.enum(["a"], { error: "required" }), text: z.string({ error: "wrong_token" }) }).safeParse({});
    expect(f.formErrors(bare.error ?? new z.ZodError([]))).toMatchObject({ kind: { code: "required" }, text: { code: "wrong_token" } });
  });
  test("a feature's own refinement may use problem() or a bare code", () => {
    const own = z.object({ a: f.wholeNumber({ min: 0, max: 9 }) }).refine((v) => v.a > 3, { path: ["a"], message: f.problem("date_order", { date: "x" }) });
    expect(f.formErrors(own.safeParse({ a: 1 }).error ?? new z.ZodError([]))).toEqual({ a: { code: "date_order", values: { date: "x" } } });
  });
});
