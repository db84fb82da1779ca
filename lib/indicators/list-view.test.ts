import { expect, test } from "vitest";
import { listViewQuery, readListView, sortedNow, turned } from "./list-view";

test("an address is read and written again; what is usual or unusable is left out", () => {
  expect(readListView({})).toEqual({ q: null, order: "amount" });
  expect(readListView({ q: "  密封 ", sort: "date-up" })).toEqual({ q: "密封", order: "date-up" });
  expect(readListView({ q: "   ", sort: "'; drop" })).toEqual({ q: null, order: "amount" });
  expect(readListView({ q: `\u0000${"长".repeat(99)}𠮷长` }).q).toBe(`${"长".repeat(99)}𠮷`);
  expect(listViewQuery({ q: "密封", order: "title" })).toEqual({ q: "密封", sort: "title" });
  expect(listViewQuery({ q: null, order: "amount" })).toEqual({});
});

test("a head asks first for its own way, then for the other", () => {
  expect([turned("amount", "amount"), turned("amount-up", "amount"), turned("amount", "title"), turned("title", "title")]).toEqual(["amount-up", "amount", "title", "title-down"]);
  expect([sortedNow("amount", "amount"), sortedNow("date-up", "date"), sortedNow("title", "title"), sortedNow("title-down", "title"), sortedNow("amount", "date")])
    .toEqual(["descending", "ascending", "ascending", "descending", undefined]);
});
