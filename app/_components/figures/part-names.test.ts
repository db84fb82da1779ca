import { expect, it } from "vitest";
import { harbinCode, harbinDistricts } from "@/lib/codes/places";
import { outsideDistricts, partName } from "./part-names";

it("what lies in none of the 18 districts is told beside them, by its own name", () => {
  const parts = [...harbinDistricts.map(({ code }) => ({ key: code })), { key: harbinCode }];
  expect(outsideDistricts(parts)).toEqual([{ key: harbinCode }]);
  expect(outsideDistricts(parts.slice(0, 3))).toEqual([]);
  expect(partName((key) => key, "district", harbinCode)).toBe("noDistrict");
});
