import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { loadCodes } from "@/lib/codes/load";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { absorbed, wholeYear, yearFigures } from "@/lib/indicators/queries";
import { confirmImport } from "./confirm";
import { example, type ColumnKey } from "./data/template";
import { runImport } from "./run-import";
import { uploadLedger } from "./upload";
import { whatCounts } from "./what-counts";

useDatabase();

let reviewer: Person, stranger: Person;
beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
  stranger = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }) });
});

let last = 0;
const upload = (rows: Partial<Record<ColumnKey, string>>[]) => uploadLedger(reviewer, { fileName: "各年.xlsx", rows: rows.map((change) => ({ ...example, officialNumber: `20262301${String(++last).padStart(8, "0")}`, ...change })) });
const on = (year: number) => ({ signedOn: `${year}-03-02`, registeredOn: `${year}-03-20` });
const none = { contracts: 0, totalFen: 0, technicalFen: 0 }, one = { contracts: 1, totalFen: 128_000_000, technicalFen: 104_000_000 };

it("moves every year's figure by exactly what its check announced, and says what does not count", async () => {
  const before = await upload([on(2019)]);
  await confirmImport(reviewer, { importId: before.importId });
  await runImport(before.importId);

  const { importId } = await upload([
    on(2018), { ...on(2019), total: "1000000.01", technical: "500000.02" }, { ...on(2019), sellerDistrict: "哈尔滨市" },
    { ...on(2019), sellerDistrict: "广东省" }, { ...on(2019), sellerDistrict: "黑龙江省", buyerPlace: "俄罗斯" }, { ...on(2019), total: "0" },
  ]);
  const announced = await whatCounts(reviewer, importId);
  expect(announced).toEqual([
    { year: 2019, city: { contracts: 2, totalFen: 228_000_001, technicalFen: 154_000_002 }, elsewhere: { contracts: 2, totalFen: 256_000_000, technicalFen: 208_000_000 }, absorbed: one },
    { year: 2018, city: one, elsewhere: none, absorbed: none },
  ]);
  await expect(whatCounts(stranger, importId)).rejects.toThrow(NotFound);
  const figures = async (year: number) => ({ city: (await yearFigures(wholeYear(year))) ?? none, outsideFen: (await absorbed(wholeYear(year))).outsideFen });
  const was = new Map(await Promise.all(announced.map(async ({ year }) => [year, await figures(year)] as const)));

  await confirmImport(reviewer, { importId });
  await runImport(importId);
  for (const { year, city, absorbed: taken } of announced) {
    const [then, now] = [was.get(year)!, await figures(year)];
    expect({ contracts: now.city.contracts - then.city.contracts, totalFen: now.city.totalFen - then.city.totalFen, technicalFen: now.city.technicalFen - then.city.technicalFen }, String(year)).toEqual(city);
    expect(now.outsideFen - then.outsideFen).toBe(taken.totalFen);
  }
  expect(await whatCounts(reviewer, importId), "and says so afterwards").toEqual(announced);
});
