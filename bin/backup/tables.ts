import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type pg from "pg";

export type TableCopy = { name: string; columns: string[]; rows: number; sha256: string };
export type SequenceCopy = { name: string; value: string };

const page = 1_000;

/** Our tables (not those of the queue and of the migrations) with the columns that can be written and a stable order. */
export async function ownTables(client: pg.Client): Promise<{ name: string; columns: string[]; order: string }[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::int[], a.attnum::int)) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`);
  return rows.map(({ name, columns, key }) => ({ name, columns, order: key ? key.map((column) => `t.${quote(column)}`).join(", ") : "1" }));
}

/** First answers to repeated requests, good for a day: nothing that was asked then need lie in a backup for years. After a restore they are empty. */
const passing: readonly string[] = ["command_keys"];

/** What a backup holds. */
export async function keptTables(client: pg.Client): ReturnType<typeof ownTables> {
  return (await ownTables(client)).filter((table) => !passing.includes(table.name));
}

/** One JSON object per line, values as Postgres writes them; the same rows always give the same bytes before packing. */
export async function* rowsOf(client: pg.Client, table: { name: string; order: string }): AsyncGenerator<string> {
  await client.query(`declare copy no scroll cursor for select to_jsonb(t)::text as row from ${quote(table.name)} t order by ${table.order}`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${page} from copy`);
    for (const { row } of rows) yield row;
    if (rows.length < page) break;
  }
  await client.query("close copy");
}

/** Reads a table inside the caller's transaction. Without a file it only counts and hashes. */
export async function copyOut(client: pg.Client, table: { name: string; columns: string[]; order: string }, file?: string): Promise<TableCopy> {
  const hash = createHash("sha256");
  const packed = file ? createGzip() : undefined;
  const written = packed && file ? finished(packed.pipe(createWriteStream(file, { mode: 0o600 }))) : undefined;
  let rows = 0;
  for await (const row of rowsOf(client, table)) {
    rows += 1;
    hash.update(row).update("\n");
    if (packed && !packed.write(`${row}\n`)) await once(packed, "drain");
  }
  packed?.end();
  await written;
  return { name: table.name, columns: table.columns, rows, sha256: hash.digest("hex") };
}

/** @throws Error when the file is damaged or not the one that the manifest describes */
export async function verifyCopy(file: string, expected: TableCopy): Promise<void> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const line of linesOf(file)) {
    rows += 1;
    hash.update(line).update("\n");
  }
  if (rows !== expected.rows || hash.digest("hex") !== expected.sha256) throw new Error(`${file} is damaged: ${rows} rows, expected ${expected.rows}, or other content.`);
}

/** Inserts the rows of a copy, a page at a time. Columns that the copy does not know keep their defaults. */
export async function copyIn(client: pg.Client, file: string, table: TableCopy): Promise<void> {
  const columns = table.columns.map(quote).join(", ");
  const name = quote(table.name);
  const insert = `insert into ${name} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`;
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await client.query(insert, [`[${waiting.join(",")}]`]);
    waiting = [];
  };
  for await (const line of linesOf(file)) {
    waiting.push(line);
    if (waiting.length === page) await flush();
  }
  await flush();
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  let failure: Error | undefined;
  source.on("error", (error) => unpacked.destroy(error));
  unpacked.on("error", (error) => (failure = error));
  // Row texts contain no raw line breaks: JSON escapes them. U+2028 would split a line in readline, so cut at \n ourselves.
  let rest = "";
  try {
    unpacked.setEncoding("utf8");
    for await (const chunk of unpacked as AsyncIterable<string>) {
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      yield* parts;
    }
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(failure ?? (error as Error)).message}`, { cause: error });
  }
  if (rest) throw new Error(`${file} ends in the middle of a row.`);
}

export async function sequences(client: pg.Client): Promise<SequenceCopy[]> {
  const { rows } = await client.query<{ name: string; value: string }>("select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null order by 1");
  return rows;
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
