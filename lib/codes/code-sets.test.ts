import { expect, test } from "vitest";
import * as sets from "@/lib/codes/code-sets";
import * as lists from "@/lib/codes/lists";
import { maturities } from "@/lib/codes/maturity";
import { contractTypes } from "@/lib/contracts/states";
import { organisationKinds } from "@/lib/core/actor";
import { achievementStages } from "@/lib/listings/states";

const codes = (entries: { code: string }[]) => entries.map((entry) => entry.code);

test("constants and named lists are alike", () => {
  expect(codes(lists.modes)).toEqual([...sets.modes]);
  expect(codes(lists.ipKinds)).toEqual([...sets.ipKinds]);
  expect(codes(lists.ipStatuses)).toEqual([...sets.ipStatuses]);
  expect(codes(lists.contractTypes)).toEqual([...sets.contractTypeCodes]);
  expect(codes(lists.planSources)).toEqual([...sets.planSourceCodes]);
  expect(codes(lists.techAreas)).toEqual([...sets.techAreaCodes]);
  expect(codes(lists.payMethods)).toEqual([...sets.payMethods]);
  expect(codes(lists.pricingMethods)).toEqual([...sets.pricingMethods]);
  expect(codes(lists.natureGroups)).toEqual([...sets.natureGroups]);
  expect(codes(lists.flows)).toEqual([...sets.flowCodes]);
  expect(codes(lists.zones)).toEqual([...sets.zoneCodes]);
  expect(maturities.map((entry) => entry.level)).toEqual([...sets.maturityLevels]);
  expect([...sets.contractTypeCodes].sort()).toEqual([...contractTypes].sort());
  expect(codes(lists.stages)).toEqual([...achievementStages]);
  expect(codes(lists.organisationKinds)).toEqual([...organisationKinds]);
});

test("codes are unique in their list, parents exist, names are there", () => {
  for (const list of lists.listNames) {
    const entries = lists.entriesOf(list);
    expect(new Set(codes(entries)).size, list).toBe(entries.length);
    for (const entry of entries) expect(entry.zh, `${list}.${entry.code}`).toMatch(/\S/);
  }
  for (const sub of lists.subTypes()) expect(lists.codeName("contract_type", sub.parent)).not.toBe(sub.parent);
  for (const nature of lists.natures) if (nature.parent) expect(codes(lists.natures)).toContain(nature.parent);
  for (const entry of lists.institutionNatures) expect(codes(lists.natures)).toContain(entry.nature);
});

test("names are looked up in three languages; unknown codes stay codes", () => {
  expect(lists.codeName("mode", "license")).toBe("许可");
  expect(lists.codeName("mode", "license", "en")).toBe("Licence");
  expect(lists.codeName("mode", "license", "ru")).toBe("Лицензия");
  expect(lists.codeName("nature", "022", "ru")).toBe("高等院校");
  expect(lists.codeName("mode", "gone")).toBe("gone");
  expect(lists.codeName("mode", null)).toBe("");
  expect(lists.subTypes("development").map((sub) => sub.zh)).toEqual(["委托开发", "合作开发"]);
  expect(lists.natureGroupOf("022")).toBe("university");
});
