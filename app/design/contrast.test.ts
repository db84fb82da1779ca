import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, ratiosOf, tokensOf, type Look } from "./contrast";

const css = readFileSync(new URL("../globals.css", import.meta.url), "utf8");

test("ratios are those of WCAG", () => {
  expect(contrast("#FFFFFF", "#000")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
});

describe.each(["light", "dark", "system", "print"] satisfies Look[])("in the look %s", (look) => {
  test("text can be read and borders can be seen", () => {
    expect(ratiosOf(tokensOf(css, look)).filter(({ ratio, least }) => ratio < least).map(({ of, on, ratio, least }) => `${of} on ${on}: ${ratio} < ${least}`)).toEqual([]);
  });
});

test("a look is its own block over the light one", () => {
  expect(["light", "dark", "print"].map((look) => tokensOf(css, look as Look).get("ink"))).toEqual(["#14212A", "#E8EEF1", "#000"]);
});

test("the system's wish for dark has the colours of the chosen dark", () => expect(tokensOf(css, "system")).toEqual(tokensOf(css, "dark")));

test("a sheet that is written otherwise is no sheet without faults", () => expect(() => tokensOf(":root { --ink: #000; }", "light")).toThrow("no colours"));
