import { and, desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { contracts, events, eventSubjects, notifications, registrations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { handIn, makeDealing, recognised, signOne, type Dealing } from "@/db/testing/dealing";
import { queueBehind } from "@/db/testing/queue";
import { Conflict } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { wholeYear, yearFigures } from "@/lib/indicators/queries";
import { balanceOf } from "@/lib/ledger/post";
import { follow } from "@/lib/worker/follow";
import { confirmImport } from "../imports/confirm";
import { example, type ColumnKey } from "../imports/data/template";
import { getImport, listImportRows } from "../imports/queries";
import { runImport } from "../imports/run-import";
import { undoImport } from "../imports/undo";
import { uploadLedger } from "../imports/upload";
import { cancelRegistration } from "./cancel";
import { changeRegistration } from "./change";
import { registerContract } from "./register";
import { reverseRegistration } from "./reverse";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

const row = (index: number, change: Partial<Record<ColumnKey, string>> = {}) => ({ ...example, officialNumber: `20262301${String(index).padStart(8, "0")}`, ...change });

describe("an imported record of a contract that grew here", () => {
  it("is joined to it by its registrar, and the year counts one", async () => {
    const of = (index: number) => row(index).officialNumber;
    const { importId } = await uploadLedger(dealing.reviewer, { fileName: "二〇二四.xlsx", rows: [1, 2, 3].map((index) => row(8_000 + index, { signedOn: "2024-03-02", registeredOn: "2024-03-20" })) });
    await confirmImport(dealing.reviewer, { importId });
    await runImport(importId);
    const year = () => yearFigures(wholeYear(2024));
    expect(await year()).toMatchObject({ contracts: 3, totalFen: 3 * 128_000_000 });
    const { contractId } = await signOne(dealing, { signedOn: "2024-03-02" });
    await handIn(dealing, contractId);
    const record = { contractId, officialNumber: of(8_001), ...recognised, registeredOn: "2024-03-20" };
    const asked = { fields: { joinsImported: { code: "number_imported", values: { title: example.title, seller: example.sellerName, amount: "128万元", date: "2024-03-20" } } } };
    await expect(registerContract(dealing.reviewer, record)).rejects.toMatchObject(asked);
    // What was said of one number holds for no other.
    await expect(registerContract(dealing.reviewer, { ...record, joinsImported: "on", joinsImportedOf: of(8_002) })).rejects.toMatchObject(asked);
    expect(await year()).toMatchObject({ contracts: 3, totalFen: 3 * 128_000_000 });
    await registerContract(dealing.reviewer, { ...record, joinsImported: "on", joinsImportedOf: of(8_001) });
    expect(await year()).toMatchObject({ contracts: 3, totalFen: 2 * 128_000_000 + recognised.recognisedTotalFen });
    const standing = await db().select({ origin: contracts.origin, contract: contracts.status, registration: registrations.status }).from(registrations).innerJoin(contracts, eq(contracts.id, registrations.contractId)).where(eq(registrations.officialNumber, of(8_001)));
    expect(standing.toSorted((a, b) => (a.origin < b.origin ? -1 : 1))).toEqual([{ origin: "deal", contract: "signed", registration: "registered" }, { origin: "ledger", contract: "undone", registration: "undone" }]);
    await follow();
    const told = await db().select({ id: notifications.subjectId }).from(notifications).where(eq(notifications.kind, "registration.registered"));
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set([contractId]));
    // A number that another contract from here bears is nobody's to join; the undoing of the import leaves what it no longer has.
    const other = await signOne(dealing, { signedOn: "2024-03-02" });
    await handIn(dealing, other.contractId);
    await expect(registerContract(dealing.reviewer, { ...record, contractId: other.contractId, joinsImported: "on", joinsImportedOf: of(8_001) })).rejects.toMatchObject({ fields: { officialNumber: { code: "number_taken" } } });
    await undoImport(dealing.reviewer, { importId });
    expect(await year()).toMatchObject({ contracts: 1, totalFen: recognised.recognisedTotalFen });
    // What gave way to a registration does not come back without its import.
    await reverseRegistration(dealing.reviewer, { contractId, remark: "编号录错，先撤销" });
    expect(await year()).toSatisfy((figures: { contracts: number } | null) => figures === null || figures.contracts === 0);
  });

  it("is back where the registration that it gave way to is taken back", async () => {
    const officialNumber = row(8_501).officialNumber;
    const { importId } = await uploadLedger(dealing.reviewer, { fileName: "二〇二三.xlsx", rows: [row(8_501, { signedOn: "2023-03-02", registeredOn: "2023-03-20" })] });
    await confirmImport(dealing.reviewer, { importId });
    await runImport(importId);
    const [imported] = await db().select({ id: contracts.id }).from(contracts).where(eq(contracts.importId, importId));
    await changeRegistration(dealing.reviewer, { contractId: imported!.id, changedOn: "2023-06-01", recognisedTotalFen: 100_000_000, recognisedTechnicalFen: 90_000_000, remark: "合同变更" });
    const figures = async () => [await yearFigures(wholeYear(2023)), await balanceOf(db(), imported!.id)];
    const before = await figures();
    const stands = async () => (await db().select({ contract: contracts.status, registration: registrations.status, officialNumber: registrations.officialNumber }).from(registrations).innerJoin(contracts, eq(contracts.id, registrations.contractId)).where(eq(contracts.id, imported!.id)))[0];
    const { contractId } = await signOne(dealing, { signedOn: "2023-03-02" });
    await handIn(dealing, contractId);
    const join = () => registerContract(dealing.reviewer, { contractId, officialNumber, ...recognised, registeredOn: "2023-03-20", joinsImported: "on", joinsImportedOf: officialNumber });
    // Twice, because what is back can give way again.
    for (const time of [1, 2]) {
      await join();
      expect(await stands()).toMatchObject({ contract: "undone", registration: "undone" });
      if (time === 2) await cancelRegistration(dealing.reviewer, { contractId, cancelledOn: "2023-07-01", remark: "注销错了合同" });
      await reverseRegistration(dealing.reviewer, { contractId, remark: "不是同一份合同" });
      expect(await stands()).toEqual({ contract: "signed", registration: "changed", officialNumber });
      expect(await figures()).toEqual(before);
    }
    const [event] = await db().select().from(events).where(eq(events.name, "registration.reversed")).orderBy(desc(events.at)).limit(1);
    expect(event?.facts.restoredId).toBe(imported!.id);
    const about = await db().select({ id: eventSubjects.subjectId }).from(eventSubjects).where(and(eq(eventSubjects.eventId, event!.id), eq(eventSubjects.kind, "contract")));
    expect(new Set(about.map(({ id }) => id))).toEqual(new Set([contractId, imported!.id]));
    // Reversed itself, it brings back nothing; nor can what gave way be registered or changed.
    await join();
    await expect(changeRegistration(dealing.reviewer, { contractId: imported!.id, changedOn: "2023-08-01", recognisedTotalFen: 1, recognisedTechnicalFen: 1, remark: "合同变更" })).rejects.toThrow(Conflict);
    await expect(registerContract(dealing.reviewer, { contractId: imported!.id, officialNumber: row(8_502).officialNumber, ...recognised, registeredOn: "2023-03-20" })).rejects.toThrow(Conflict);
    await reverseRegistration(dealing.reviewer, { contractId, remark: "不是同一份合同" });
    await reverseRegistration(dealing.reviewer, { contractId: imported!.id, remark: "编号录错，先撤销" });
    expect((await db().select().from(registrations).where(eq(registrations.contractId, contractId)))[0]).toMatchObject({ status: "accepted", officialNumber: null });
  });

  it("is refused as registered where its number is registered at the moment at which it is carried over", async () => {
    const officialNumber = row(8_601).officialNumber;
    const { importId } = await uploadLedger(dealing.reviewer, { fileName: "同时.xlsx", rows: [8_601, 8_602].map((index) => row(index, { signedOn: "2019-03-02", registeredOn: "2019-03-20" })) });
    await confirmImport(dealing.reviewer, { importId });
    const { contractId } = await signOne(dealing, { signedOn: "2019-03-02" });
    await handIn(dealing, contractId);
    const said = vi.spyOn(log, "error").mockImplementation(() => undefined);
    // Registering waits for the contract's own row when it has taken the number already.
    const outcomes = await queueBehind(sql`select 1 from contracts where id = ${contractId} for update`,
      () => registerContract(dealing.reviewer, { contractId, officialNumber, ...recognised, registeredOn: "2019-03-20" }), () => runImport(importId));
    said.mockRestore();
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await getImport(dealing.reviewer, importId)).toMatchObject({ status: "imported", importedRows: 1, badRows: 1 });
    expect((await listImportRows(dealing.reviewer, importId, "bad", { page: 1, size: 20 })).rows.map((line) => line.problems)).toEqual([[{ column: "officialNumber", code: "duplicate_registered" }]]);
  });

  it.each(["import", "registration"] as const)("counts nothing where its import is undone at the moment at which the registration is taken back, the %s first", async (first) => {
    const year = first === "import" ? 2021 : 2020;
    const officialNumber = row(year).officialNumber;
    const { importId } = await uploadLedger(dealing.reviewer, { fileName: "台账.xlsx", rows: [row(year, { signedOn: `${year}-03-02`, registeredOn: `${year}-03-20` })] });
    await confirmImport(dealing.reviewer, { importId });
    await runImport(importId);
    const { contractId } = await signOne(dealing, { signedOn: `${year}-03-02` });
    await handIn(dealing, contractId);
    await registerContract(dealing.reviewer, { contractId, officialNumber, ...recognised, registeredOn: `${year}-03-20`, joinsImported: "on", joinsImportedOf: officialNumber });
    const acts = [() => undoImport(dealing.reviewer, { importId }), () => reverseRegistration(dealing.reviewer, { contractId, remark: "不是同一份合同" })];
    const outcomes = await queueBehind(sql`select 1 from imports where id = ${importId} for update`, ...(first === "import" ? acts : acts.toReversed()));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    const [imported] = await db().select({ id: contracts.id, status: contracts.status, registration: registrations.status }).from(contracts).innerJoin(registrations, eq(registrations.contractId, contracts.id)).where(eq(contracts.importId, importId));
    expect(imported).toMatchObject({ status: "undone", registration: "undone" });
    for (const id of [contractId, imported!.id]) expect(await balanceOf(db(), id)).toMatchObject({ amountFen: 0, contracts: 0 });
  });
});
