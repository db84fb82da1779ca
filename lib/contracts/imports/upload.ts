import { and, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importRows, imports, registrations, users, type RowProblem } from "@/db/schema";
import { isHeilongjiang, placeName } from "@/lib/codes/queries";
import { command } from "@/lib/command";
import { bureauMembership } from "@/lib/core/actor";
import { dateInHarbin, type PlainDate } from "@/lib/core/dates";
import { Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { formatMoney } from "@/lib/core/money";
import { attachFile } from "@/lib/files/attach";
import { unquestionedFen } from "../large-amount";
import { checkRow, type CheckedRow, type RawRow } from "./check-row";
import { columns } from "./data/template";
import { uploadInput } from "./input";
import { canSeeImports, canUploadLedger } from "./policy";
import { readSheet, type SheetRow } from "./read-sheet";

/** Dry run: reads the whole ledger, names every bad row, counts nothing yet (domain A2). */
export const uploadLedger = command({
  name: "ledger.uploaded",
  input: uploadInput,
  find: async (_tx, actor) => {
    if (!canSeeImports(actor)) throw new NotFound();
    return null;
  },
  allow: canUploadLedger,
  async run({ tx, actor, input, event }) {
    if (actor.kind !== "person") throw new Forbidden();
    const bytes = input.buffer ?? (input.file ? new Uint8Array(await input.file.arrayBuffer()) : null);
    const fileName = input.fileName ?? input.file?.name ?? "";
    const read = bytes ? await readSheet(bytes) : keyed(input.rows ?? []);
    const rows = read.filter((row) => !row.example);
    if (rows.length === 0) throw new Invalid({ file: { code: "no_rows" } });
    const id = newId(event.at);
    const stored = bytes ? await attachFile(tx, { kind: "import", id }, { name: fileName, bytes, audience: "deal", owner: { organisationId: bureauMembership(actor)?.organisationId ?? null, userId: actor.userId }, event }) : null;
    const limit = await unquestionedFen(event.at, tx);
    const checked = (await checkAll(tx, rows, dateInHarbin(event.at))).map((row) => questioned(row, limit));
    const good = checked.filter((row) => row.parsed);
    const [uploader] = await tx.select({ demo: users.demo }).from(users).where(eq(users.id, actor.userId));
    await tx.insert(imports).values({
      id, fileId: stored?.fileId ?? null, fileName, status: "checked", totalRows: read.length, goodRows: good.length, badRows: rows.length - good.length,
      totalFen: good.reduce((sum, row) => sum + row.totalFen, 0), uploadedBy: actor.userId, uploadedAt: event.at, demo: uploader?.demo ?? false,
    });
    const lines = [
      ...rows.map((row, index) => ({ importId: id, row: row.row, raw: row.cells as Record<string, string>, parsed: checked[index]!.parsed, problems: checked[index]!.problems })),
      // Neither good nor bad: it is among the rows of the file, and said to be passed over.
      ...read.filter((row) => row.example).map((row) => ({ importId: id, row: row.row, raw: row.cells as Record<string, string>, parsed: null, problems: [] })),
    ];
    for (let from = 0; from < lines.length; from += 2_000) await tx.insert(importRows).values(lines.slice(from, from + 2_000));
    return { result: { importId: id, totalRows: read.length, goodRows: good.length, badRows: rows.length - good.length }, subjects: [{ kind: "import", id }], facts: { rows: rows.length, good: good.length } };
  },
});

/** Rows by label or by key, numbered as in a sheet whose first row is the head. */
function keyed(rows: Record<string, string>[]): SheetRow[] {
  return rows.map((row, index) => ({ row: index + 2, cells: Object.fromEntries(columns.flatMap(({ key, label }) => (row[key] ?? row[label] ? [[key, row[key] ?? row[label] ?? ""]] : []))) as RawRow }));
}

/** A city or the province where a county level is meant. */
const isCoarse = (code: string): boolean => isHeilongjiang(code) && code.endsWith("00");

/**
 * The registrar's own large amount is taken, and a seller's place without its district; both are said before anything counts, because a zero too many
 * looks the same, and such a contract stands in no district's figure, or in none of the city's.
 */
function questioned(row: CheckedRow, limit: number | null): CheckedRow {
  if (!row.parsed) return row;
  const problems = [...row.problems], { sellerDistrict } = row.parsed;
  if (limit !== null && row.totalFen > limit) problems.push({ column: "total", code: "amount_large", values: { amount: formatMoney(row.totalFen), limit: formatMoney(limit) } });
  if (isCoarse(sellerDistrict)) problems.push({ column: "sellerDistrict", code: "district_coarse", values: { place: placeName(sellerDistrict) } });
  return { ...row, problems };
}

/** Every row by itself, then against its neighbours and against what is registered already. Of rows with one number the first that is right otherwise stands for it. */
async function checkAll(tx: Tx, rows: SheetRow[], today: PlainDate): Promise<CheckedRow[]> {
  const checked = rows.map((row) => checkRow(row.cells, today));
  const first = new Map<string, number>();
  for (const right of [true, false]) {
    for (const [index, { officialNumber, parsed }] of checked.entries()) if (officialNumber && (parsed !== null) === right && !first.has(officialNumber)) first.set(officialNumber, index);
  }
  const taken = await takenNumbers(tx, [...first.keys()]);
  return checked.map((row, index) => {
    const number = row.officialNumber;
    if (!number) return row;
    const refused = (problem: RowProblem): CheckedRow => ({ ...row, parsed: null, problems: [...row.problems, problem] });
    const stands = first.get(number)!;
    if (stands !== index) return refused({ column: "officialNumber", code: "duplicate_in_file", values: { row: rows[stands]!.row } });
    return taken.has(number) ? refused({ column: "officialNumber", code: "duplicate_registered" }) : row;
  });
}

/** The official numbers that stand in the ledger: none can be counted twice. */
export async function takenNumbers(tx: Tx, numbers: string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (let from = 0; from < numbers.length; from += 5_000) {
    const rows = await tx.select({ number: registrations.officialNumber }).from(registrations)
      .where(and(inArray(registrations.officialNumber, numbers.slice(from, from + 5_000)), ne(registrations.status, "undone")));
    for (const row of rows) if (row.number) taken.add(row.number);
  }
  return taken;
}
