import { expect, test } from "vitest";
import { tileAmount } from "./drawn-unit";

const yi = 10_000_000_000;

test("a square has room for four digits", () => {
  expect([0.43, 9.99, 99.99, 100, 150.93, -150.93].map((value) => tileAmount(Math.round(value * yi)))).toEqual(["0.43", "9.99", "99.99", "100.0", "150.9", "−150.9"]);
});
