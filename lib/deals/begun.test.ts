import { expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { endDeal } from "./end";
import { openDeal } from "./open";
import { declineInterest } from "@/lib/interests/decline";
import { listBegun } from "@/lib/interests/queries";
import { sendInterest } from "@/lib/interests/send";

useDatabase();

test("what was begun with a record is known as long as it lasts: an open interest, then the deal, and nothing once it has ended", async () => {
  const [seller, enterprise] = [await makeOrganisation(), await makeOrganisation({ kind: "enterprise" })];
  const [office, buyer, stranger] = [await makePerson({ organisation: seller }), await makePerson({ organisation: enterprise }), await makePerson({ organisation: await makeOrganisation() })];
  const [one, two] = [await makePublished("achievement", seller), await makePublished("achievement", seller)];
  const begun = async () => Object.fromEntries(await listBegun(buyer, enterprise.organisationId, [one.id, two.id]));
  expect(await begun()).toEqual({});
  const { id } = await sendInterest(buyer, { targetListingId: one.id, message: "想看检测报告。" });
  const other = await sendInterest(buyer, { targetListingId: two.id, message: "想看样件。" });
  expect(await begun()).toEqual({ [one.id]: { dealId: null }, [two.id]: { dealId: null } });
  await declineInterest(office, { interestId: other.id, reason: "too_early" });
  const { id: dealId } = await openDeal(office, { interestId: id });
  expect(await begun()).toEqual({ [one.id]: { dealId } });
  await endDeal(office, { dealId, reason: "price" });
  expect(await begun()).toEqual({});
  await expect(listBegun(stranger, enterprise.organisationId, [one.id])).rejects.toMatchObject({ name: "NotFound" });
});
