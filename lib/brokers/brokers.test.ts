import { expect, test } from "vitest";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { visitor } from "@/lib/core/actor";
import { applyAsBroker } from "./apply";
import { approveBroker } from "./approve";
import { changeBrokerProfile } from "./change-profile";
import { brokerPlaces, getOwnBroker, listApplications, listBrokers } from "./queries";
import { restoreBroker } from "./restore";
import { sendBackBroker } from "./send-back";
import { suspendBroker } from "./suspend";

useDatabase();

const introduction = "十二年装备制造和新材料方向成果转化经验，促成合同四十余份。";
const first = { page: 1, size: 20 };

test("a person applies, is sent back, applies again, is approved, suspended and restored", async () => {
  const bureau = await makeOrganisation({ kind: "bureau" });
  const reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"] });
  const person = await makePerson();
  await expect(applyAsBroker(visitor, { introduction, fieldCodes: [] })).rejects.toMatchObject({ name: "Forbidden" });
  await expect(applyAsBroker(person, { introduction, fieldCodes: ["XX99"] })).rejects.toMatchObject({ fields: { fieldCodes: { code: "choose" } } });
  const { brokerId } = await applyAsBroker(person, { introduction, fieldCodes: ["EQ02"] });
  await expect(applyAsBroker(person, { introduction, fieldCodes: [] })).rejects.toMatchObject({ name: "Forbidden" });
  await expect(approveBroker(person, { brokerId })).rejects.toMatchObject({ name: "NotFound" });
  await expect(approveBroker(await makePerson({ organisation: bureau, roles: ["viewer"] }), { brokerId })).rejects.toMatchObject({ name: "NotFound" });
  await sendBackBroker(reviewer, { brokerId, remark: "请补充证书编号" });
  expect(await getOwnBroker(person)).toMatchObject({ status: "sent_back", remark: "请补充证书编号" });
  await applyAsBroker(person, { introduction, fieldCodes: ["EQ02"], certificate: "JJR-001" });
  const settled = await Promise.allSettled([approveBroker(reviewer, { brokerId }), sendBackBroker(reviewer, { brokerId, remark: "再补充" })]);
  expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  if (settled[0].status === "rejected") {
    await applyAsBroker(person, { introduction, fieldCodes: ["EQ02"] });
    await approveBroker(reviewer, { brokerId });
  }
  expect((await reload(person.userId)).brokerId).toBe(brokerId);
  expect((await listBrokers(visitor, { field: "EQ02" }, first)).rows).toMatchObject([{ id: brokerId }]);
  await suspendBroker(reviewer, { brokerId, remark: "证书过期" });
  expect((await reload(person.userId)).brokerId).toBeNull();
  expect((await listBrokers(visitor, {}, first)).total).toBe(0);
  await restoreBroker(reviewer, { brokerId });
  expect((await listApplications(reviewer, first)).rows).toMatchObject([{ status: "approved" }]);
  await expect(listApplications(person, first)).rejects.toMatchObject({ name: "NotFound" });
});

test("nobody decides about themselves", async () => {
  const bureau = await makeOrganisation({ kind: "bureau" });
  const reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"] });
  const { brokerId } = await applyAsBroker(reviewer, { introduction, fieldCodes: [] });
  await expect(approveBroker(reviewer, { brokerId })).rejects.toMatchObject({ name: "Forbidden" });
});

test("an approved broker changes what they say of themselves, not the certificate that was verified; nobody else does", async () => {
  const reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
  const person = await makePerson();
  const change = { introduction: `${introduction}现居北京。`, fieldCodes: ["EQ02"], districtCode: "110000", certificate: "JJR-999" };
  await expect(changeBrokerProfile(person, change)).rejects.toMatchObject({ name: "NotFound" });
  const { brokerId } = await applyAsBroker(person, { introduction, fieldCodes: [], certificate: "JJR-001" });
  await expect(changeBrokerProfile(person, change)).rejects.toMatchObject({ name: "Forbidden" });
  await approveBroker(reviewer, { brokerId });
  await expect(changeBrokerProfile(visitor, change)).rejects.toMatchObject({ name: "NotFound" });
  await expect(changeBrokerProfile(person, { ...change, districtCode: "999999" })).rejects.toMatchObject({ fields: { districtCode: { code: "choose" } } });
  await expect(changeBrokerProfile(person, { ...change, organisationId: (await makeOrganisation({ kind: "agency" })).organisationId })).rejects.toMatchObject({ fields: { organisationId: { code: "choose" } } });
  await changeBrokerProfile(person, change);
  expect(await getOwnBroker(person)).toMatchObject({ status: "approved", districtCode: "110000", certificate: "JJR-001" });
  expect((await listBrokers(visitor, { district: "110000" }, first)).rows).toMatchObject([{ id: brokerId }]);
  expect(await brokerPlaces(visitor)).toContain("110000");
});
