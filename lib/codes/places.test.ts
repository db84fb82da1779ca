import { expect, test } from "vitest";
import * as places from "@/lib/codes/places";

test("Harbin has 9 districts, 7 counties and 2 cities, each on a square of its own", () => {
  expect(places.harbinDistricts).toHaveLength(18);
  const kinds = places.harbinDistricts.map((district) => district.kind);
  expect([kinds.filter((k) => k === "district").length, kinds.filter((k) => k === "county").length, kinds.filter((k) => k === "county_city").length]).toEqual([9, 7, 2]);
  const tiles = places.districtTiles();
  expect(tiles).toHaveLength(4);
  expect(tiles.flat().filter(Boolean)).toHaveLength(18);
});

test("names, short names, whole names", () => {
  expect(places.districtName("230109")).toBe("松北区");
  expect(places.districtName("230109", "ru")).toBe("Сунбэй");
  expect(places.districtShortName("230125")).toBe("宾县");
  expect(places.districtShortName("230184")).toBe("五常");
  expect(places.placeName("230202")).toBe("齐齐哈尔市龙沙区");
  expect(places.placeName("440000")).toBe("广东省");
  expect(places.districtName("RU")).toBe("俄罗斯");
  expect(places.districtName("999999")).toBe("999999");
  expect(places.districtName(null)).toBe("");
});

test.each([
  ["230102", "local"], ["230199", "local"], ["230600", "province"], ["230000", "province"], ["440000", "country"], ["CN", "country"], ["RU", "abroad"], [null, undefined],
])("flow of %s is %s", (code, flow) => {
  expect(places.flowOf(code)).toBe(flow);
});

test("every division has a parent and a name", () => {
  for (const city of places.prefectures) {
    expect(places.parentOfDivision(city.code)).toBe("230000");
    for (const child of city.children) expect(places.parentOfDivision(child.code)).toBe(city.code);
  }
  expect(places.prefectures).toHaveLength(13);
  expect(places.provinces).toHaveLength(34);
});

test("all countries of ISO 3166 are there, without what has a code of GB/T 2260", () => {
  expect(new Set(places.countries.map(({ code }) => code)).size).toBe(246);
  expect(new Set(places.countries.map(({ zh }) => zh)).size).toBe(246);
  expect(places.countries.filter(({ code }) => ["HK", "MO", "TW"].includes(code))).toEqual([]);
});
