import { makeCreditCode } from "@/lib/core/credit-code";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { organisations } from "@/db/schema";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { queueBehind } from "@/db/testing/queue";
import { makePublished } from "@/db/testing/market";
import { visitor } from "@/lib/core/actor";
import { pageRequest } from "@/lib/core/page";
import { publicListing } from "@/lib/listings/public-document";
import { publishedBy } from "@/lib/listings/queries";
import { readPublished } from "@/lib/listings/read";
import { slugOf } from "./add-organisation";
import { changeProfile } from "./change-profile";
import { createOrganisation } from "./create";
import { namesOfOrganisations } from "./names";
import { getProfile, getPublicOrganisation, listOrganisations } from "./queries";
import { requestVerification } from "./request-verification";
import { restoreOrganisation } from "./restore";
import { sendBackOrganisation } from "./send-back";
import { suspendOrganisation } from "./suspend";
import { verifyOrganisation } from "./verify";

useDatabase();

// Made up; the check digit (GB 32100) is computed.
const codeA = "91230100MA18WA0A8N";

async function goodCode(start: string): Promise<string> {
  const { checkCreditCode } = await import("@/lib/core/credit-code");
  for (const last of "0123456789ABCDEFGHJKLMNPQRTUWXY") {
    const checked = checkCreditCode(start.slice(0, 17) + last);
    if (checked.ok) return checked.value;
  }
  throw new Error("no check digit");
}

async function house(roles: Parameters<typeof makePerson>[0] = {}) {
  const organisation = await makeOrganisation();
  const administrator = await makePerson({ organisation, roles: ["administrator"], ...roles });
  return { organisation, administrator, organisationId: organisation.organisationId };
}

async function rowOf(id: string) {
  const [row] = await db().select().from(organisations).where(eq(organisations.id, id));
  return row!;
}

test("a name becomes an address", () => {
  expect(slugOf("哈尔滨示例大学")).toBe("haerbinshilidaxue");
  expect(slugOf("ACME 装备 (集团)")).toMatch(/^acme-?zhuangbei/);
  expect(slugOf("！")).toMatch(/^org-/);
});

test("a person registers an organisation, gets it verified, and changes its name", async () => {
  const founder = await makePerson();
  const creditCode = await goodCode(codeA);
  const input = { name: "示例重工有限公司", kind: "enterprise", creditCode, districtCode: "230103" };
  await expect(createOrganisation(visitor, input)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(createOrganisation(await makePerson({ verified: false }), input)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(createOrganisation(founder, { ...input, creditCode: "91230100MA18WA0A80" })).rejects.toMatchObject({ name: "Invalid" });
  await expect(createOrganisation(founder, { ...input, kind: "bureau" })).rejects.toMatchObject({ fields: { kind: { code: "choose" } } });
  const made = await createOrganisation(founder, input);
  const administrator = await reload(founder.userId);
  expect(administrator.memberships).toMatchObject([{ organisationId: made.id, roles: ["administrator"], verified: false }]);
  await expect(createOrganisation(await makePerson(), input)).rejects.toMatchObject({ fields: { creditCode: { code: "credit_code_taken", values: { name: input.name } } } });

  const organisationId = made.id;
  const operator = await makePerson({ operator: true });
  await expect(requestVerification(administrator, { organisationId })).rejects.toMatchObject({ fields: { contactName: expect.anything() } });
  const profile = { organisationId, name: input.name, creditCode, districtCode: "230103", contactName: "李工", contactPhone: "0451-8600 0000" };
  await changeProfile(administrator, profile);
  await requestVerification(administrator, { organisationId });
  await expect(verifyOrganisation(administrator, { organisationId })).rejects.toMatchObject({ name: "Forbidden" });
  await expect(sendBackOrganisation(operator, { organisationId, remarks: {} })).rejects.toMatchObject({ name: "Invalid" });
  await sendBackOrganisation(operator, { organisationId, remarks: { contactName: "请填写全名" } });
  expect(await rowOf(organisationId)).toMatchObject({ verification: "sent_back", verificationRemarks: { contactName: "请填写全名" } });
  await requestVerification(administrator, { organisationId });
  const settled = await Promise.allSettled([verifyOrganisation(operator, { organisationId }), verifyOrganisation(operator, { organisationId })]);
  expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  await expect(changeProfile(administrator, { ...profile, zones: ["moon"] })).rejects.toMatchObject({ fields: { zones: { code: "choose" } } });
  await changeProfile(administrator, { ...profile, introduction: "新简介", zones: ["free_trade", "high_tech"] });
  expect((await rowOf(organisationId)).verification).toBe("verified");
  expect((await getPublicOrganisation(organisationId)).zones).toEqual(["high_tech", "free_trade"]);
  await changeProfile(administrator, { ...profile, name: "示例重工集团" });
  expect((await rowOf(organisationId)).verification).toBe("pending");
});

test("a kind that was chosen wrongly is corrected by its administrators and verified anew; the bureau stays the bureau", async () => {
  const { administrator, organisationId } = await house();
  const operator = await makePerson({ operator: true });
  const { name, kind } = await rowOf(organisationId);
  const profile = { organisationId, name, creditCode: makeCreditCode("类型选错了"), districtCode: "230103", contactName: "李工", contactPhone: "0451-8600 0000" };
  await changeProfile(administrator, profile);
  await verifyOrganisation(operator, { organisationId });
  await changeProfile(administrator, { ...profile, kind });
  expect(await rowOf(organisationId)).toMatchObject({ kind, verification: "verified" });
  await expect(changeProfile(administrator, { ...profile, kind: "bureau" })).rejects.toMatchObject({ fields: { kind: { code: "choose" } } });
  await changeProfile(administrator, { ...profile, kind: "agency" });
  expect(await rowOf(organisationId)).toMatchObject({ kind: "agency", verification: "pending" });
  await expect(verifyOrganisation(operator, { organisationId, kind })).rejects.toMatchObject({ code: "organisation_changed" });
  await verifyOrganisation(operator, { organisationId, kind: "agency" });

  const bureau = await makeOrganisation({ kind: "bureau" });
  const chief = await makePerson({ organisation: bureau, roles: ["administrator"] });
  await changeProfile(chief, { ...profile, organisationId: bureau.organisationId, name: bureau.name, creditCode: makeCreditCode("科技局"), kind: "agency" });
  expect(await rowOf(bureau.organisationId)).toMatchObject({ kind: "bureau" });
});

test("what is verified is the name that was compared, also when it is changed at that moment", async () => {
  const { administrator, organisationId } = await house();
  const operator = await makePerson({ operator: true });
  const { name } = await rowOf(organisationId);
  const profile = { organisationId, name, creditCode: makeCreditCode("核对之前的名称"), districtCode: "230103", contactName: "李工", contactPhone: "0451-8600 0000" };
  await changeProfile(administrator, profile);
  const seen = { organisationId, name, creditCode: profile.creditCode };
  await db().update(organisations).set({ verification: "pending" }).where(eq(organisations.id, organisationId));
  await changeProfile(administrator, { ...profile, name: "另一家有名的公司" });
  await expect(verifyOrganisation(operator, seen)).rejects.toMatchObject({ name: "Conflict", code: "organisation_changed" });
  await changeProfile(administrator, profile);

  // Neither comes between the other's look and its writing.
  const row = sql`select 1 from organisations where id = ${organisationId} for update`;
  const rename = () => changeProfile(administrator, { ...profile, name: "另一家有名的公司" });
  let outcomes = await queueBehind(row, () => verifyOrganisation(operator, seen), rename);
  expect(outcomes).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { name: "Conflict" } }]);
  expect(await rowOf(organisationId)).toMatchObject({ name, verification: "verified" });
  await db().update(organisations).set({ verification: "pending" }).where(eq(organisations.id, organisationId));
  outcomes = await queueBehind(row, rename, () => verifyOrganisation(operator, seen));
  expect(outcomes).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { name: "Conflict" } }]);
  expect(await rowOf(organisationId)).toMatchObject({ verification: "pending" });
});

test("outsiders go on reading the name that was verified until an operator verifies the new one", async () => {
  const { administrator, organisationId } = await house();
  const operator = await makePerson({ operator: true });
  const { name } = await rowOf(organisationId);
  const record = await makePublished("achievement", { organisationId });
  const profile = { organisationId, creditCode: makeCreditCode("改名前后"), districtCode: "230103", contactName: "李工", contactPhone: "0451-8600 0000" };
  const seen = async () => [
    (await getPublicOrganisation(organisationId)).name, (await namesOfOrganisations([organisationId])).get(organisationId), (await publicListing(db(), record.id))?.organisationName,
    (await readPublished(visitor, "achievement", record.id)).organisation?.name, (await publishedBy(organisationId, "achievement", visitor, pageRequest({})))[0]?.organisationName,
  ];
  const all = (one: string) => [one, one, one, one, one];
  await changeProfile(administrator, { ...profile, name: "哈尔滨有名大学" });
  expect(await seen()).toEqual(all(name));
  expect(await getProfile(administrator, organisationId)).toMatchObject({ name: "哈尔滨有名大学", verifiedName: name, verification: "pending" });
  expect((await listOrganisations(operator, { q: name }, pageRequest({}))).rows).toMatchObject([{ id: organisationId, name: "哈尔滨有名大学", verifiedName: name }]);
  await sendBackOrganisation(operator, { organisationId, remarks: { name: "与登记证书不符" } });
  expect(await seen()).toEqual(all(name));
  await changeProfile(administrator, { ...profile, name: "示例大学（新）" });
  await requestVerification(administrator, { organisationId });
  await verifyOrganisation(operator, { organisationId, name: "示例大学（新）", creditCode: profile.creditCode });
  expect(await seen()).toEqual(all("示例大学（新）"));
  await expect(db().update(organisations).set({ name: "绕过认证" }).where(eq(organisations.id, organisationId))).rejects.toMatchObject({ cause: { constraint: "organisations_verified_name" } });
});

test("an organisation sits in Harbin, in another province, or abroad, where it has no credit code", async () => {
  const [shenzhen, berlin] = [await makePerson(), await makePerson()];
  const creditCode = makeCreditCode("深圳示例科技有限公司");
  const from = { name: "深圳示例科技有限公司", kind: "enterprise", creditCode, districtCode: "440000" };
  const { id } = await createOrganisation(shenzhen, from);
  expect(await rowOf(id)).toMatchObject({ districtCode: "440000" });
  await expect(createOrganisation(berlin, { ...from, creditCode: "" })).rejects.toMatchObject({ fields: { creditCode: { code: "required" } } });
  await expect(createOrganisation(berlin, { ...from, creditCode: "", districtCode: "XX" })).rejects.toMatchObject({ fields: { districtCode: { code: "choose" } } });
  const abroad = await createOrganisation(berlin, { name: "Beispiel GmbH", kind: "enterprise", creditCode: "", districtCode: "DE" });
  const administrator = await reload(berlin.userId);
  await changeProfile(administrator, { organisationId: abroad.id, name: "Beispiel GmbH", districtCode: "DE", contactName: "Schmidt", contactPhone: "+49 30 123456" });
  await requestVerification(administrator, { organisationId: abroad.id });
  expect(await rowOf(abroad.id)).toMatchObject({ verification: "pending", creditCode: null, districtCode: "DE" });
});

test("a suspended organisation gives no rights until it is restored", async () => {
  const { administrator, organisationId } = await house();
  const operator = await makePerson({ operator: true });
  await expect(suspendOrganisation(administrator, { organisationId, reason: "why" })).rejects.toMatchObject({ name: "Forbidden" });
  await suspendOrganisation(operator, { organisationId, reason: "forged papers" });
  expect((await reload(administrator.userId)).memberships).toEqual([]);
  await restoreOrganisation(operator, { organisationId });
  expect((await reload(administrator.userId)).memberships).toHaveLength(1);
});

test("an operator mends a verification either way: what was verified goes back, what was sent back is verified", async () => {
  const [operator, organisation] = [await makePerson({ operator: true }), await makeOrganisation({ kind: "enterprise" })];
  const chief = await makePerson({ organisation });
  const { organisationId } = organisation;
  const state = async () => (await getProfile(chief, organisationId)).verification;
  await expect(sendBackOrganisation(chief, { organisationId, remarks: { name: "请核对名称" } })).rejects.toMatchObject({ name: "Forbidden" });
  await sendBackOrganisation(operator, { organisationId, remarks: { name: "请核对名称" } });
  expect(await state()).toBe("sent_back");
  const outcomes = await Promise.allSettled([verifyOrganisation(operator, { organisationId }), verifyOrganisation(operator, { organisationId })]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await state()).toBe("verified");
});
