import { beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { handIn, makeDealing, signOne, type Dealing } from "@/db/testing/dealing";
import { cancelRegistration } from "@/lib/contracts/registrations/cancel";
import { registerContract } from "@/lib/contracts/registrations/register";
import { reverseRegistration } from "@/lib/contracts/registrations/reverse";
import { breakdown, wholeYear } from "./queries";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

test("a contract that was cancelled by mistake, reversed and registered again is of its own size", async () => {
  const { contractId } = await signOne(dealing);
  // Three million are of the class to five million; twice as much is not.
  const [three, technical] = [300_000_000, 100_000_000];
  await db().execute(sql`update contracts set total_fen = ${three} where id = ${contractId}`);
  await handIn(dealing, contractId);
  const record = (officialNumber: string) => registerContract(dealing.reviewer, { contractId, officialNumber, registeredOn: "2026-03-20", recognisedTotalFen: three, recognisedTechnicalFen: technical });
  const sizes = async () => (await breakdown(wholeYear(2026), "size")).filter((part) => part.totalFen !== 0).map((part) => [part.key, part.totalFen]);
  await record("2026230100000901");
  expect(await sizes()).toEqual([["medium", three]]);
  await cancelRegistration(dealing.reviewer, { contractId, cancelledOn: "2026-03-25", remark: "误操作，应为变更" });
  expect(await sizes()).toEqual([]);
  await reverseRegistration(dealing.reviewer, { contractId, remark: "注销录错，恢复登记" });
  await record("2026230100000902");
  expect(await sizes()).toEqual([["medium", three]]);
});
