import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importRows, imports, type RowProblem } from "@/db/schema";
import { command } from "@/lib/command";
import type { Actor } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { log } from "@/lib/core/log";
import type { EventRef } from "@/lib/events/record";
import { post } from "@/lib/ledger/post";
import { createContracts, type NewContract } from "../create";
import { dimensionsOf } from "../dimensions";
import { linkedTo, organisationsMeant, type KnownParty } from "../known-parties";
import { checkRow, type ParsedRow } from "./check-row";
import { importInput } from "./input";
import { getImportFor, type ImportRow } from "./queries";
import { takenNumbers } from "./upload";

export const batchSize = 500;

/**
 * Carries the next rows over into contracts, registrations and the ledger. What is done is written on the row itself,
 * in the same transaction, so that a process killed at any moment continues where it was. One event per batch.
 */
export const importBatch = command({
  name: "ledger.batch_imported",
  input: importInput,
  find: (tx, actor, input) => getImportFor(tx, actor, input.importId, { lock: true }),
  allow: (actor: Actor, subject: ImportRow) => actor.kind === "system" && subject.status === "importing",
  async run({ tx, subject, event }) {
    const rows = await tx.select({ row: importRows.row, raw: importRows.raw, parsed: importRows.parsed }).from(importRows)
      .where(and(eq(importRows.importId, subject.id), isNull(importRows.contractId), isNotNull(importRows.parsed))).orderBy(asc(importRows.row)).limit(batchSize);
    // Between the dry run and now somebody may have registered it, or a rule may have come that it does not meet: such a row is refused like
    // any other, with its reason; it is not counted twice, and does not stop the rest at a wall of the database.
    const today = dateInHarbin(event.at);
    const lines = rows.map(({ row, raw, parsed }) => ({ row, parsed: parsed as ParsedRow, problems: checkRow(raw, today).problems }));
    const taken = await takenNumbers(tx, lines.map((one) => one.parsed.officialNumber));
    for (const one of lines) if (taken.has(one.parsed.officialNumber)) one.problems.push({ column: "officialNumber", code: "duplicate_registered" });
    const { created, walled } = await carryWhatFits(tx, subject, lines.filter((one) => one.problems.length === 0), event);
    // At the wall of numbers stands who registered it at this very moment: by now that is there to be read.
    const since = await takenNumbers(tx, lines.filter((one) => walled.has(one.row)).map((one) => one.parsed.officialNumber));
    for (const one of lines) if (walled.has(one.row)) one.problems.push({ column: "officialNumber", code: since.has(one.parsed.officialNumber) ? "duplicate_registered" : "not_stored" });
    const late = lines.filter((one) => one.problems.length > 0);
    const fit = lines.filter((one) => one.problems.length === 0);
    if (late.length > 0) await refuseRows(tx, subject.id, late);
    const finished = rows.length < batchSize;
    await tx.update(imports).set({
      importedRows: sql`${imports.importedRows} + ${fit.length}`, goodRows: sql`${imports.goodRows} - ${late.length}`, badRows: sql`${imports.badRows} + ${late.length}`,
      totalFen: sql`${imports.totalFen} - ${late.reduce((sum, one) => sum + one.parsed.totalFen, 0)}`, ...(finished ? { status: "imported" as const } : {}),
    }).where(eq(imports.id, subject.id));
    return {
      result: { imported: fit.length, finished },
      subjects: [{ kind: "import", id: subject.id }, ...created.map((contract) => ({ kind: "contract" as const, id: contract.id }))],
      facts: { rows: fit.length, finished, totalFen: fit.reduce((sum, one) => sum + one.parsed.totalFen, 0) },
    };
  },
});

type Line = { row: number; parsed: ParsedRow };
type Carried = { created: Awaited<ReturnType<typeof createContracts>>; walled: ReadonlySet<number> };

/** Data that no column takes (22) or a constraint refuses (23): it is the row's fault, and will be at every further try. */
function isWall(error: unknown): string | null {
  const cause = error instanceof Error ? (error.cause as { code?: unknown; constraint?: unknown } | undefined) : undefined;
  return typeof cause?.code === "string" && /^2[23]/.test(cause.code) ? `${cause.code} ${String(cause.constraint ?? "")}` : null;
}

/**
 * All at once; where the database refuses one for a reason that no check foresaw, by halves, until it is known which. Otherwise that one row would hold up
 * its import and every one after it for ever. @returns rows at the wall, by their numbers
 */
async function carryWhatFits(tx: Tx, subject: ImportRow, lines: Line[], event: EventRef): Promise<Carried> {
  if (lines.length === 0) return { created: [], walled: new Set() };
  try {
    return { created: await tx.transaction((part) => carryOver(part, subject, lines, event)), walled: new Set() };
  } catch (error) {
    const wall = isWall(error);
    if (wall === null) throw error;
    if (lines.length === 1) {
      log.error({ err: error, importId: subject.id, row: lines[0]!.row, wall }, "the database refused a row of a ledger that all checks had let through");
      return { created: [], walled: new Set([lines[0]!.row]) };
    }
    const half = Math.ceil(lines.length / 2);
    const first = await carryWhatFits(tx, subject, lines.slice(0, half), event), second = await carryWhatFits(tx, subject, lines.slice(half), event);
    return { created: [...first.created, ...second.created], walled: new Set([...first.walled, ...second.walled]) };
  }
}

async function carryOver(tx: Tx, subject: ImportRow, lines: Line[], event: EventRef) {
  const known = await organisationsMeant(tx, lines.flatMap(({ parsed }) => [{ name: parsed.sellerName, creditCode: parsed.sellerCode }, { name: parsed.buyerName, creditCode: parsed.buyerCode }]));
  const news = lines.map((line) => newContract(subject, line.parsed, known, event));
  const created = await createContracts(tx, news, (index) => {
    const parsed = lines[index]!.parsed;
    return {
      status: "registered", officialNumber: parsed.officialNumber, registeredOn: parsed.registeredOn, recognisedTotalFen: parsed.totalFen, recognisedTechnicalFen: parsed.technicalFen,
      recordedBy: subject.confirmedBy, recordedAt: event.at,
    };
  });
  await post(tx, created.map((contract, index) => ({
    ...dimensionsOf(news[index]!, news[index]!.parties), kind: "registered" as const, contracts: 1, countsOn: lines[index]!.parsed.registeredOn,
    amountFen: lines[index]!.parsed.totalFen, technicalFen: lines[index]!.parsed.technicalFen, contractId: contract.id, registrationId: contract.registrationId, recordedBy: subject.confirmedBy,
  })), event);
  const pairs = created.map((contract, index) => sql`(${lines[index]!.row}::int, ${contract.id}::uuid)`);
  await tx.execute(sql`update import_rows r set contract_id = v.contract_id from (values ${sql.join(pairs, sql`, `)}) as v(row, contract_id) where r.import_id = ${subject.id} and r.row = v.row`);
  return created;
}

function newContract(subject: ImportRow, parsed: ParsedRow, known: readonly KnownParty[], event: EventRef): NewContract {
  const linked = (creditCode: string | null, name: string) => linkedTo(known, { name, creditCode });
  return {
    origin: "ledger", dealId: null, importId: subject.id, title: parsed.title, type: parsed.type, subType: parsed.subType, totalFen: parsed.totalFen, technicalFen: parsed.technicalFen,
    signedOn: parsed.signedOn, techArea: parsed.techArea, fieldCode: parsed.field, ipKind: parsed.ipKind, planSource: parsed.planSource, recordedBy: subject.confirmedBy, demo: subject.demo, event,
    parties: [
      { side: "seller", position: 1, shareBasisPoints: 10_000, registers: true, organisationId: linked(parsed.sellerCode, parsed.sellerName), name: parsed.sellerName, creditCode: parsed.sellerCode, nature: parsed.sellerNature, districtCode: parsed.sellerDistrict, country: "CN" },
      { side: "buyer", position: 1, shareBasisPoints: 10_000, registers: false, organisationId: linked(parsed.buyerCode, parsed.buyerName), name: parsed.buyerName, creditCode: parsed.buyerCode, nature: parsed.buyerNature, districtCode: parsed.buyerDistrict, country: parsed.buyerCountry },
    ],
  };
}

async function refuseRows(tx: Tx, importId: string, lines: { row: number; problems: RowProblem[] }[]): Promise<void> {
  const why = lines.map(({ row, problems }) => sql`(${row}::int, ${JSON.stringify(problems)}::jsonb)`);
  await tx.execute(sql`update import_rows r set parsed = null, problems = v.problems from (values ${sql.join(why, sql`, `)}) as v(row, problems) where r.import_id = ${importId} and r.row = v.row`);
}
