import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { commandKeys, events } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeDealing, openOne, signOne, handIn, recognised, type Dealing } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import { registerContract } from "@/lib/contracts/registrations/register";
import { visitor, type Person } from "@/lib/core/actor";
import { newId, sha256 } from "@/lib/core/id";
import { attachDealFile } from "@/lib/deals/attach-file";
import { sendMessage } from "@/lib/deals/send-message";
import { changeProfile } from "@/lib/users/change-profile";
import { register } from "@/lib/users/register";
import { verifyPassword } from "@/lib/users/verify-password";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

const eventsNamed = (name: string) => db().$count(events, eq(events.name, name));

test("a key repeats one wish: the same gets the first answer, another one is refused", async () => {
  const dealId = await openOne(dealing);
  const key = newId();
  const first = await sendMessage(dealing.buyer, { dealId, text: "我们下周三见面。" }, key);
  expect(await sendMessage(dealing.buyer, { dealId, text: "我们下周三见面。 " }, key), "what the schema reads as the same is the same").toEqual(first);
  await expect(sendMessage(dealing.buyer, { dealId, text: "改到周五。" }, key)).rejects.toMatchObject({ name: "Conflict", code: "key_reused" });
  await expect(changeProfile(dealing.buyer, { name: "新名字" }, key)).rejects.toMatchObject({ code: "key_reused" });
  expect(await sendMessage(dealing.office, { dealId, text: "改到周五。" }, key), "keys are each person's own").not.toEqual(first);
  expect(await eventsNamed("deal.message_sent")).toBe(2);

  const file = (text: string) => ({ dealId, file: new File([`%PDF-1.4 ${text}`], "草案.pdf", { type: "application/pdf" }) });
  const other = newId();
  const attached = await attachDealFile(dealing.buyer, file("one"), other);
  expect(await attachDealFile(dealing.buyer, file("one"), other)).toEqual(attached);
  await expect(attachDealFile(dealing.buyer, file("another"), other)).rejects.toMatchObject({ code: "key_reused" });
  expect(await eventsNamed("deal.file_attached")).toBe(1);
});

test("what was asked lies under the secret, and a password not even so", async () => {
  const ask = (key: string, password: string) => register(visitor, { email: "digest@example.test", name: "王敏", password, consent: "on" }, key);
  const [key, other] = [newId(), newId()];
  await ask(key, "correct horse battery");
  expect(await ask(key, "another horse battery"), "the first answer, and the first password").toEqual({ email: "digest@example.test" });
  expect((await verifyPassword("digest@example.test", "correct horse battery")).status).toBe("ok");
  await ask(other, "another horse battery");
  const asked = async (of: string) => (await db().select().from(commandKeys).where(eq(commandKeys.key, of)))[0]!.asked;
  expect(await asked(other)).toBe(await asked(key));
  const input = { email: "digest@example.test", name: "王敏", consent: true };
  expect(await asked(key)).not.toBe(sha256(JSON.stringify([null, input])));
});

test("in another organisation's name the same words are another wish", async () => {
  const both = [await makeOrganisation(), await makeOrganisation()];
  const person = await makePerson({ in: both.map((organisation) => ({ organisation, roles: ["editor"] })) });
  const acting = (index: number): Person => ({ ...person, acting: person.memberships[index]! });
  const key = newId();
  await changeProfile(acting(0), { name: "王敏" }, key);
  await expect(changeProfile(acting(1), { name: "王敏" }, key)).rejects.toMatchObject({ code: "key_reused" });
});

test("a unique index that decides between two tells the other so", async () => {
  const contracts = [await signOne(dealing), await signOne(dealing)];
  for (const { contractId } of contracts) await handIn(dealing, contractId);
  const officialNumber = "2026230100007777";
  // Both have looked and found the number free; the first holds it in a transaction that has not ended.
  const register = ({ contractId }: { contractId: string }) => () => registerContract(dealing.reviewer, { contractId, officialNumber, ...recognised });
  const outcomes = await queueBehind(sql`select 1 from registrations where contract_id in (${sql.join(contracts.map(({ contractId }) => sql`${contractId}::uuid`), sql`, `)}) for update`, ...contracts.map(register));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { name: "Conflict", code: "changed_meanwhile" } });
});

test("a rehearsal refuses what the act would refuse, keeps nothing and tells nobody", async () => {
  const dealId = await openOne(dealing);
  const before = await eventsNamed("deal.message_sent");
  await expect(sendMessage.rehearse(dealing.buyer, { dealId, text: "" })).rejects.toMatchObject({ name: "Invalid" });
  await expect(sendMessage.rehearse(await makePerson(), { dealId, text: "你好" })).rejects.toMatchObject({ name: "NotFound" });
  await sendMessage.rehearse(dealing.buyer, { dealId, text: "我们下周三见面。" });
  expect(await eventsNamed("deal.message_sent")).toBe(before);
  expect(await db().execute(sql`select 1 from deal_messages where deal_id = ${dealId}`)).toMatchObject({ rowCount: 0 });
  await sendMessage(dealing.buyer, { dealId, text: "我们下周三见面。" });
  expect(await eventsNamed("deal.message_sent")).toBe(before + 1);
});
