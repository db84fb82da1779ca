import { expect, test } from "vitest";
import { findPlace, nearestPlaces, placeNames } from "./find-place";
import { placeName } from "./places";

test.each<[string, string | null]>([
  ["230103", "230103"], ["南岗", "230103"], ["南岗区", "230103"], ["哈尔滨市南岗区", "230103"], ["黑龙江省哈尔滨市南岗区", "230103"], ["哈尔滨 南岗", "230103"], ["中国黑龙江省哈尔滨市", "230100"], ["宾县", "230125"], ["五常", "230184"],
  ["大庆", "230600"], ["大庆市让胡路区", "230604"], ["黑龙江省", "230000"], ["黑龙江", "230000"], ["２３０１０３", "230103"],
  ["广东", "440000"], ["广东省深圳市", "440000"], ["广东深圳", "440000"], ["北京", "110000"], ["内蒙古", "150000"], ["新疆", "650000"], ["香港", "810000"], ["440305", "440305"], ["中国广东深圳", "440000"], ["新疆乌鲁木齐", "650000"], ["内蒙古呼和浩特", "150000"],
  ["海南藏族自治州", null], ["海南州贵德县", null], ["河南蒙古族自治县", null], ["北京大学", null], ["上海分公司", null],
  ["佳木斯市向阳区", "230803"], ["向阳区", null], ["西安", null], ["南山区", null], ["肇东", "231282"], ["牡丹江西安区", "231005"], ["239999", null], ["南港区", null], ["火星", null], ["俄罗斯", null], ["", null],
])("%s is %s", (written, code) => {
  expect(findPlace(written)).toBe(code);
});

test("abroad counts only where it may", () => {
  expect([findPlace("俄罗斯", { withAbroad: true }), findPlace("ru", { withAbroad: true }), findPlace("CN", { withAbroad: true }), findPlace("XX", { withAbroad: true })]).toEqual(["RU", "RU", null, null]);
});

test("what may have been meant is named", () => {
  expect(nearestPlaces("南港区")).toEqual(["南岗区"]);
  expect(nearestPlaces("哈尔滨市香芳区")).toEqual(["香坊区"]);
  expect(nearestPlaces("哈尔滨市南岗区西大直街")).toEqual(["南岗区"]);
  expect(nearestPlaces("南山区")).toEqual(["鹤岗市南山区"]);
  expect(nearestPlaces("向阳区")).toEqual(["鹤岗市向阳区", "佳木斯市向阳区"]);
  expect(nearestPlaces("俄罗斯联邦", { withAbroad: true })).toEqual(["俄罗斯"]);
  expect([nearestPlaces("魔法"), nearestPlaces("俄国", { withAbroad: true })]).toEqual([[], []]);
});

test("every name that is offered is understood, as the place that it names", () => {
  const named = placeNames({ withAbroad: true }).map((name) => [name, placeName(findPlace(name, { withAbroad: true }))] as const);
  expect(named.filter(([name, place]) => !place.endsWith(name))).toEqual([]);
});
