import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makeDealing, recognised, registerOne, signOne, type Dealing } from "@/db/testing/dealing";
import { changeRegistration } from "@/lib/contracts/registrations/change";
import { pageRequest } from "@/lib/core/page";
import { contractsBehind } from "./contracts-behind";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

test("a change of the technical amount alone is found behind the figure that it moved", async () => {
  const { contractId } = await signOne(dealing);
  await registerOne(dealing, contractId, "2026230100000911");
  await changeRegistration(dealing.reviewer, { contractId, changedOn: "2026-05-05", recognisedTotalFen: recognised.recognisedTotalFen, recognisedTechnicalFen: recognised.recognisedTechnicalFen - 1_000_000, remark: "核减材料费" });
  const may = await contractsBehind(dealing.reviewer, { year: 2026, asOf: null, parts: { month: "5" } }, pageRequest({}));
  expect(may).toMatchObject({ total: 1, sum: { totalFen: 0, technicalFen: -1_000_000 }, rows: [{ contractId, totalFen: 0, technicalFen: -1_000_000 }] });
});
