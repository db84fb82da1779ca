import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import listings from "@/lib/messages/zh-CN/listings.json";
import { withheldText } from "./describe";
import { figureText } from "./figure-text";

const t = createTranslator({ locale: "zh-CN", messages: { listings } }) as unknown as Parameters<typeof withheldText>[0];

describe("what a reader may not read", () => {
  it("is said to be kept back, with what opens it, in the same words everywhere", () => {
    const reading = { locked: [{ field: "price", audience: "registered" as const }, { field: "ip", audience: "deal" as const }] };
    expect(withheldText(t, reading, "price")).toBe("不公开（登录后可见）");
    expect(withheldText(t, reading, "ip")).toBe("不公开（提出意向并被接受后可见）");
    expect(withheldText(t, reading, "summary")).toBeNull();
  });
});

describe("a typed figure", () => {
  it.each([["64", "MPa", "64MPa"], ["６４", "%", "６４%"], ["-25", "℃", "-25℃"], ["-", "台", ""], ["—", "%", ""], ["", "台", ""], ["0.78", "—", "0.78"], ["0.78", "", "0.78"], ["人工判断", "s", "人工判断"], [null, null, ""]] as const)(
    "%s with the unit %s is said as %j", (value, unit, said) => expect(figureText(value, unit)).toBe(said));
});
