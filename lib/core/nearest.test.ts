import { expect, test } from "vitest";
import { nearest } from "./nearest";

const names = ["技术开发", "技术转让", "技术许可", "委托开发"].map((name) => ({ key: name, name }));

test.each<[string, string[]]>([
  ["技术开发合同", ["技术开发"]], ["技术转化", ["技术转让"]], ["开发", ["技术开发"]], ["魔法", []], ["", []],
])("what %s may have been meant to be is %o", (text, expected) => {
  expect(nearest(text, names)).toEqual(expected);
});

test("of equally close ones that which stands first, each name once", () => {
  expect(nearest("南港", [{ key: "南岗", name: "南岗区" }, { key: "南山", name: "南山区" }, { key: "南岗", name: "南岗区" }], 2)).toEqual(["南岗区", "南山区"]);
});
