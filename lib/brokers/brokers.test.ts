import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { brokers, organisations, users } from "@/db/schema";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { makeBroker } from "@/db/testing/market";
import { visitor } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { applyAsBroker } from "./apply";
import { approveBroker } from "./approve";
import { changeBrokerProfile } from "./change-profile";
import { brokerPlaces, getOwnBroker, getPublicBroker, listApplications, listBrokers } from "./queries";
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
  const seen = await getPublicBroker(visitor, brokerId);
  expect(seen).toMatchObject({ name: person.name, fieldCodes: ["EQ02"], deals: 0, organisation: null });
  expect(Object.keys(seen).filter((key) => /email|phone|remark|applied|status/i.test(key))).toEqual([]);
  await suspendBroker(reviewer, { brokerId, remark: "证书过期" });
  expect((await reload(person.userId)).brokerId).toBeNull();
  expect((await listBrokers(visitor, {}, first)).total).toBe(0);
  await expect(getPublicBroker(visitor, brokerId)).rejects.toMatchObject({ name: "NotFound" });
  await restoreBroker(reviewer, { brokerId });
  expect((await listApplications(reviewer, first)).rows).toMatchObject([{ status: "approved" }]);
  await expect(listApplications(person, first)).rejects.toMatchObject({ name: "NotFound" });
});

test("the public page of a broker is there for verified people with an account that works, and names no suspended agency", async () => {
  const { brokerId, userId } = await makeBroker();
  const agency = await makeOrganisation({ kind: "agency" });
  await db().update(brokers).set({ organisationId: agency.organisationId }).where(eq(brokers.id, brokerId));
  const listed = async () => (await listBrokers(visitor, {}, first)).rows.find((row) => row.id === brokerId)?.organisation;
  expect(await getPublicBroker(visitor, brokerId)).toMatchObject({ organisation: agency.name, organisationId: agency.organisationId });
  expect(await listed()).toBe(agency.name);
  await db().update(organisations).set({ suspendedAt: new Date() }).where(eq(organisations.id, agency.organisationId));
  expect(await getPublicBroker(visitor, brokerId)).toMatchObject({ organisation: null, organisationId: null });
  expect(await listed(), "nor does the list").toBeNull();
  for (const id of ["applications", newId()]) await expect(getPublicBroker(visitor, id)).rejects.toMatchObject({ name: "NotFound" });
  const { brokerId: waiting } = await applyAsBroker(await makePerson(), { introduction, fieldCodes: [] });
  await expect(getPublicBroker(visitor, waiting)).rejects.toMatchObject({ name: "NotFound" });
  await db().update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId));
  await expect(getPublicBroker(visitor, brokerId)).rejects.toMatchObject({ name: "NotFound" });
});

test("who decides is told how many wait, not how many of them stand on a page", async () => {
  const reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
  const waiting = async () => (await listApplications(reviewer, { page: 1, size: 1 })).pending;
  const before = await waiting();
  for (let n = 0; n < 2; n++) await applyAsBroker(await makePerson(), { introduction, fieldCodes: [] });
  expect(await waiting()).toBe(before + 2);
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
