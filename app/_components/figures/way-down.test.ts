import { expect, it } from "vitest";
import { contractsHref } from "./way-down";

it("leads to the very institution, whatever stands in its name", () => {
  for (const institution of ["哈尔滨工业大学", "甲&乙 研究所（50%+）#3", "A%E5公司", "Ørsted \"北方\" & <Söhne>"]) {
    const href = contractsHref({ year: 2026, asOf: null, parts: {} }, { institution });
    const address = new URL(href, "http://localhost");
    expect(address.searchParams.get("institution")).toBe(institution);
    expect([...address.searchParams.keys()]).toEqual(["year", "institution"]);
    expect(address.hash).toBe("");
  }
  expect(contractsHref({ year: 2026, asOf: null, parts: {} }, { institution: "哈尔滨工业大学" })).toBe("/cockpit/contracts?year=2026&institution=哈尔滨工业大学");
});
