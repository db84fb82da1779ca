import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import listings from "@/lib/messages/zh-CN/listings.json";
import { withheldText } from "./describe";

const t = createTranslator({ locale: "zh-CN", messages: { listings } }) as unknown as Parameters<typeof withheldText>[0];

describe("what a reader may not read", () => {
  it("is said to be kept back, with what opens it, in the same words everywhere", () => {
    const reading = { locked: [{ field: "price", audience: "registered" as const }, { field: "ip", audience: "deal" as const }] };
    expect(withheldText(t, reading, "price")).toBe("不公开（登录后可见）");
    expect(withheldText(t, reading, "ip")).toBe("不公开（提出意向并被接受后可见）");
    expect(withheldText(t, reading, "summary")).toBeNull();
  });
});
