import { expect, it, vi } from "vitest";
import { readSearch } from "@/lib/search/address";
import { appliedFilters, facetGroups, facetLabels } from "./facet-groups";

vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

const none = { total: 0, facets: { industry: { EQ: 3 }, modes: {} }, simple: false, exact: true, whole: 0, corrected: [], suggested: null };

it("every box has a number, also of a condition that is called like a part of every object", async () => {
  const params = { industry: ["constructor", "EQ"], modes: "__proto__", organisationId: "toString" };
  const groups = await facetGroups(none, params, undefined, await facetLabels(none, params));
  const counts = groups.flatMap((group) => (group.kind === "range" ? [] : group.options.map(({ value, count }) => [value, count])));
  expect(counts).toEqual([["EQ", 3], ["constructor", 0], ["__proto__", 0], ["toString", 0]]);
});

it("says what the search goes by and nothing else", async () => {
  const params = { industry: ["EQ", "EQ", "no code at all"], district: ",", direction: "EQ02-03" };
  const tags = await appliedFilters(params, await facetLabels(none, params));
  expect(readSearch(params).filter).toMatchObject({ industry: ["EQ"], district: [], direction: ["EQ02-03"] });
  expect(tags.map(({ href }) => href)).toEqual(["/search?district=%2C&direction=EQ02-03", "/search?industry=EQ&industry=EQ&industry=no+code+at+all&district=%2C"]);
});
