import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import pg from "pg";
import { migrate } from "@/db/migrate";
import { databaseName } from "@/bin/services/postgres";
import { progressLine, reasonOf } from "@/bin/services/progress";
import { loadReferenceData } from "@/bin/services/reference-data";

const toldIn = (varDir: string): string => path.join(varDir, "world-year");
const unfinished = (varDir: string): string => path.join(varDir, "world-unfinished");

/** One statement or a few on a connection of their own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 60_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A database that is given has to answer before anything is done with it: what the driver says of one that is away, names no variable.
 * @throws Error with a sentence
 */
export async function assertAnswers(name: "DATABASE_URL" | "DATABASE_OWNER_URL", url: string): Promise<void> {
  try {
    await withClient(url, (client) => client.query("select 1"));
  } catch (error) {
    throw new Error(`The database at ${withoutPassword(url)} (${name}) cannot be used: ${reasonOf(error)}.\nStart it or correct ${name}; without DATABASE_URL and DATABASE_OWNER_URL a local one is started.`);
  }
}

export function withoutPassword(url: string): string {
  const address = new URL(url);
  address.password = "";
  return address.href;
}

/** Schema, official lists, rules and the plan's own figures: what every environment needs before anybody can work. */
export async function prepareDatabase(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  await loadReferenceData();
}

/**
 * A start that was stopped while it made the demo world leaves half of one. Nobody can have worked in it (the site opens
 * only afterwards), so the local database is emptied and the world made again.
 */
export async function dropUnfinishedWorld(varDir: string, ownerUrl: string, log: (message: string) => void): Promise<void> {
  if (!existsSync(unfinished(varDir))) return;
  log("the demo world was not finished last time; making it again");
  await emptyDatabase(ownerUrl);
  rmSync(unfinished(varDir), { force: true });
}

async function emptyDatabase(ownerUrl: string): Promise<void> {
  const admin = new URL(ownerUrl);
  admin.pathname = "/postgres";
  await withClient(admin.href, async (client) => {
    await client.query(`drop database if exists ${databaseName} with (force)`);
    await client.query(`create database ${databaseName}`);
  });
}

/**
 * The demo world is told relative to the day it is made; in a new year its current year is empty. Offers to make it
 * anew, which forgets what was added to it; without a terminal it only says how.
 */
export async function offerRenewal(varDir: string, ownerUrl: string, log: (message: string) => void): Promise<void> {
  if (!existsSync(toldIn(varDir)) || readFileSync(toldIn(varDir), "utf8").trim() === thisYear()) return;
  log(`The demo world was told in ${readFileSync(toldIn(varDir), "utf8").trim()}; the year has turned.`);
  if (!process.stdin.isTTY || !process.stdout.isTTY) return log("To make a new one: npm run reset, then npm start.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on("SIGINT", () => process.kill(process.pid, "SIGINT")); // the terminal keeps Ctrl-C to itself while it asks
  const answer = await terminal.question("Make a new one now? Everything in the local database is forgotten. [y/N] ");
  terminal.close();
  if (/^(y|yes)$/i.test(answer.trim())) await emptyDatabase(ownerUrl);
}

/** The year in Harbin. */
function thisYear(): string {
  return new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai", year: "numeric" });
}

/** Makes the demo world if the database has none. @returns whether it was made now */
export async function ensureWorld(varDir: string, size: "full" | "small"): Promise<boolean> {
  const { createWorld, worldExists } = await import("@/db/seed/world");
  if (existsSync(unfinished(varDir))) throw new Error(`The demo world in this database was not finished. Empty the database (DATABASE_URL), then remove ${unfinished(varDir)}.`);
  if (await worldExists()) return false;
  writeFileSync(unfinished(varDir), new Date().toISOString());
  const line = progressLine("demo world");
  await createWorld({ size, progress: (message, done, total) => line.update(message, done, total) });
  line.done("ready");
  writeFileSync(toldIn(varDir), thisYear());
  rmSync(unfinished(varDir), { force: true });
  return true;
}
