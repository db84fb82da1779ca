import { expect, test } from "vitest";
import { economicSectorName, economicSectors } from "@/lib/codes/economic-sectors";
import { institutionNamed, institutions } from "@/lib/codes/institutions";
import { techAreas } from "@/lib/codes/lists";
import * as taxonomy from "@/lib/codes/taxonomy";

test("eleven industries; every code lies under its parent and has a technical area", () => {
  expect(taxonomy.industries).toHaveLength(11);
  const areas = new Set(techAreas.map((area) => area.code));
  for (const industry of taxonomy.industries) {
    for (const field of industry.fields) {
      expect(taxonomy.industryOf(field.code)).toBe(industry);
      expect(areas.has(field.techArea), field.code).toBe(true);
      for (const direction of field.directions) expect(taxonomy.fieldOf(direction.code)).toBe(field);
    }
  }
});

test("look-ups", () => {
  expect(taxonomy.industryOf("EQ02-03")?.zh).toBe("先进装备制造");
  expect(taxonomy.techAreaOfField("EQ04")).toBe("10");
  expect(taxonomy.techAreaOfField("EQ04-01")).toBe("10");
  expect(taxonomy.techAreaOfField("XX")).toBeUndefined();
  expect(taxonomy.termName("EQ01-04")).toBe("数控机床焊接成套设备");
  expect(taxonomy.termName("XX99")).toBe("XX99");
  expect(taxonomy.isTermPath("EQ", "EQ02", "EQ02-03")).toBe(true);
  expect(taxonomy.isTermPath("EQ", "AG01")).toBe(false);
  expect(taxonomy.isTermPath("EQ", null, "EQ02-03")).toBe(false);
  expect(taxonomy.isTermPath("BR", "BR01")).toBe(false);
  expect(taxonomy.fieldOf("BR01")?.zh).toBe("现代农业");
});

test("the tree for cascades is small, and smaller without directions", () => {
  const [first] = taxonomy.taxonomyTree();
  expect(first?.[0]).toBe("EQ");
  expect(first?.[2]?.[0]).toEqual(["EQ01", "数控装备"]);
  expect(Buffer.byteLength(JSON.stringify(taxonomy.taxonomyTree()))).toBeLessThan(3_000);
  expect(Buffer.byteLength(JSON.stringify(taxonomy.taxonomyTree({ directions: true })))).toBeLessThan(40_000);
  expect(taxonomy.directionsOf("EQ01")).toHaveLength(4);
});

test("economic sectors: 20 sections, 97 divisions, whole chains of parents", () => {
  expect([1, 2].map((level) => economicSectors.filter((sector) => sector.level === level).length)).toEqual([20, 97]);
  const known = new Set(economicSectors.map((sector) => sector.code));
  expect(known.size).toBe(economicSectors.length);
  for (const sector of economicSectors) if (sector.parent) expect(known.has(sector.parent), sector.code).toBe(true);
  expect(economicSectorName("0111")).toBe("稻谷种植");
});

test("institutions are found by their short names", () => {
  expect(institutionNamed("哈工大")?.zh).toBe("哈尔滨工业大学");
  expect(institutionNamed("哈兽研")?.kind).toBe("institute");
  const names = institutions.flatMap((institution) => [institution.zh, ...institution.aliases]);
  expect(new Set(names).size).toBe(names.length);
});
