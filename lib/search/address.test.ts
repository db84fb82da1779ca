import { describe, expect, test } from "vitest";
import { appliedBounds, kindHref, readSearch, sortsOf, unusableBounds } from "./address";

describe("bounds of a search as people type them", () => {
  test("full-width digits, separators and the unit of the box are understood", () => {
    const { filter } = readSearch({ maturityMin: "７级", priceMin: "１００", priceMax: "1,200万元" });
    expect(filter.maturity).toEqual({ min: 7, max: undefined });
    expect(filter.priceFen).toEqual({ min: 100_000_000, max: 1_200_000_000 });
  });

  test("bounds the wrong way round are turned", () => {
    expect(readSearch({ maturityMin: "9", maturityMax: "2" }).filter.maturity).toEqual({ min: 2, max: 9 });
    expect(appliedBounds({ maturityMin: "9", maturityMax: "2" }, "maturity")).toEqual({ from: "2", to: "9" });
  });

  test("a maturity may be said in the older words: each bound takes in all that its word stands for", () => {
    const said = (maturityMin?: string, maturityMax?: string) => readSearch({ maturityMin, maturityMax }).filter.maturity;
    expect(said("中试")).toEqual({ min: 6, max: undefined });
    expect(said(undefined, "量产")).toEqual({ min: undefined, max: 10 });
    expect(said("小试", "中试完成")).toEqual({ min: 4, max: 7 });
    expect(said("量产", "实验室"), "turned, none of either is lost").toEqual({ min: 1, max: 10 });
    expect(said("很成熟")).toBeUndefined();
    expect(unusableBounds({ maturityMin: "中试", maturityMax: "很成熟" }, "maturity")).toEqual({ from: undefined, to: "很成熟" });
  });

  test("what cannot be used is not said to be applied", () => {
    for (const unusable of ["abc", "-5", "", " ", "Infinity"]) expect(appliedBounds({ priceMin: unusable, priceMax: "0.5" }, "price")).toEqual({ from: undefined, to: "0.5" });
    expect(readSearch({ maturityMin: "14" }).filter.maturity).toBeUndefined();
  });

  test("what cannot be used is kept, so that it can be said", () => {
    expect(unusableBounds({ priceMin: "abc", priceMax: "0.5" }, "price")).toEqual({ from: "abc", to: undefined });
    expect(unusableBounds({ maturityMin: "３级", maturityMax: "40" }, "maturity")).toEqual({ from: undefined, to: "40" });
    expect(unusableBounds({ budgetMin: " ", budgetMax: "-5" }, "budget")).toEqual({ from: undefined, to: "-5" });
  });
});

test("a tab of the kinds leads to the same search: its conditions stay, but for those of the other kind", () => {
  const params = { q: "轴承", industry: ["EQ", "NM"], sort: "price", priceMin: "10", ipKinds: "utility_model", page: "3" };
  expect(kindHref(params, "achievement")).toBe(`/search?${new URLSearchParams([["q", "轴承"], ["industry", "EQ"], ["industry", "NM"], ["sort", "price"], ["priceMin", "10"], ["ipKinds", "utility_model"], ["kind", "achievement"]])}`);
  expect(kindHref(params, "need")).toBe(`/search?${new URLSearchParams([["q", "轴承"], ["industry", "EQ"], ["industry", "NM"], ["kind", "need"]])}`);
  expect(kindHref({ kind: "need", budgetMax: "50", district: "230103", sort: "deadline" }, undefined)).toBe("/search?district=230103");
  expect([sortsOf("need"), sortsOf(undefined)]).toEqual([["relevance", "newest", "deadline", "maturity"], ["relevance", "newest", "maturity", "price"]]);
});

test("a condition that is named twice, or cannot be one, is one or none", () => {
  expect(readSearch({ industry: ["EQ", "EQ,NM", "a b"], district: "," }).filter).toMatchObject({ industry: ["EQ", "NM"], district: [] });
});
