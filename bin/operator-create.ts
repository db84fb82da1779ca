import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { pendingMigrations } from "@/db/migrate";
import { organisations } from "@/db/schema";
import { system } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { email, line, password, personName, problem } from "@/lib/core/fields";
import { isPersonal } from "@/lib/core/weak-password";
import { newId } from "@/lib/core/id";
import { parseInput } from "@/lib/command";
import { record } from "@/lib/events/record";
import type { EventName, Subject } from "@/lib/events/names";
import { startRefusals } from "@/lib/health/start-check";
import { wake } from "@/lib/jobs/wake";
import { addMember, addOrganisation } from "@/lib/organisations/add-organisation";
import { createUser } from "@/lib/users/create-user";
import { findByMail } from "@/lib/users/find-user";
import { grantOperator } from "@/lib/users/grant-operator";
import { hashPassword } from "@/lib/users/passwords";
import { say } from "@/bin/services/progress";
import { withServices } from "@/bin/services/with-services";

const usage = `npm run operator:create -- --email MAIL --name NAME [--bureau NAME --bureau-email MAIL --bureau-person NAME]
Makes the first operator (platform staff) and, if a bureau is named, the bureau with its first account
(administrator, reviewer and director). Missing answers are asked for on a terminal. Passwords come from
OPERATOR_PASSWORD and BUREAU_PASSWORD, or are made and shown once.`;

const cli = system("operator:create");
const { values: given } = parseArgs({
  options: { email: { type: "string" }, name: { type: "string" }, bureau: { type: "string" }, "bureau-email": { type: "string" }, "bureau-person": { type: "string" }, help: { type: "boolean" } },
});
if (given.help) {
  say(usage);
  process.exit(0);
}

const accountInput = z.object({ email: email(), name: personName(), password: password() })
  .refine(({ email, name, password }) => !isPersonal(password, [email, name]), { path: ["password"], error: problem("password_personal") });
type Account = z.infer<typeof accountInput>;

await withServices(async () => {
  // Accounts of a site that will not start, or that live beside the demo world's, are of no use.
  const refusals = await startRefusals();
  if (refusals.length > 0) throw new Error(`No account is made with this environment:\n  ${refusals.join("\n  ")}`);
  const pending = await pendingMigrations((text) => db().execute(sql.raw(text)) as never).catch((error: Error) => {
    if (/does not exist/.test(String(error.cause))) return 1;
    throw error;
  });
  if (pending > 0) throw new Error("The database is not migrated yet: npm run db:migrate");
  const answers = await ask();
  try {
    const operator = account(answers.email, answers.name, process.env.OPERATOR_PASSWORD);
    const bureau = answers.bureau ? { name: parseInput(z.object({ name: line({ min: 2, max: 60 }) }), { name: answers.bureau }).name, account: account(answers.bureauEmail, answers.bureauPerson, process.env.BUREAU_PASSWORD) } : undefined;
    if (bureau && bureau.account.email.toLowerCase() === operator.email.toLowerCase()) throw new Error("Operators are no reviewers: the bureau's account needs another mail address.");
    const operatorId = await ensureUser(operator, process.env.OPERATOR_PASSWORD);
    await grantOperator(cli, { userId: operatorId });
    say(`Operator: ${operator.email}`);
    if (bureau) await ensureBureau(bureau.name, bureau.account);
  } catch (error) {
    if (error instanceof Invalid) throw new Error(`Not accepted: ${Object.entries(error.fields).map(([field, problem]) => `${field} (${problem.code})`).join(", ")}\n\n${usage}`);
    throw error;
  }
});

type Answers = { email: string; name: string; bureau?: string; bureauEmail: string; bureauPerson: string };

async function ask(): Promise<Answers> {
  const complete = given.email && given.name && (!given.bureau || (given["bureau-email"] && given["bureau-person"]));
  if (!complete && !process.stdin.isTTY) throw new Error(usage);
  const terminal = complete ? undefined : createInterface({ input: process.stdin, output: process.stdout });
  const answer = async (known: string | undefined, question: string): Promise<string> => known ?? (await terminal?.question(`${question}: `))?.trim() ?? "";
  const mail = await answer(given.email, "Operator's mail address");
  const name = await answer(given.name, "Operator's name");
  const bureau = complete ? given.bureau : await answer(given.bureau, "Name of the bureau (empty: none)");
  const bureauEmail = bureau ? await answer(given["bureau-email"], "Mail address of the bureau's first account") : "";
  const bureauPerson = bureau ? await answer(given["bureau-person"], "Name of that person") : "";
  terminal?.close();
  return { email: mail, name, ...(bureau ? { bureau } : {}), bureauEmail, bureauPerson };
}

function account(mail: string, name: string, wanted: string | undefined): Account {
  return parseInput(accountInput, { email: mail, name, password: wanted || randomBytes(15).toString("base64url") });
}

/** The person with this address; made, with a confirmed address, when there is none. */
async function ensureUser(wanted: Account, fromEnvironment: string | undefined): Promise<string> {
  const known = await findByMail(db(), wanted.email);
  if (known) {
    say(`${wanted.email} has an account already; its password stays.`);
    return known.userId;
  }
  const passwordHash = await hashPassword(wanted.password);
  const id = await recorded("user.registered", async (tx) => {
    const made = await createUser(tx, { email: wanted.email, name: wanted.name, passwordHash, verified: true });
    return { result: made, subjects: [{ kind: "user", id: made }] };
  });
  say(fromEnvironment ? `Account made: ${wanted.email}` : `Account made: ${wanted.email}   password (shown only now): ${wanted.password}`);
  return id;
}

async function ensureBureau(name: string, first: Account): Promise<void> {
  const userId = await ensureUser(first, process.env.BUREAU_PASSWORD);
  await recorded("organisation.created", async (tx) => {
    const [known] = await tx.select({ id: organisations.id }).from(organisations).where(and(eq(organisations.name, name), eq(organisations.kind, "bureau")));
    const id = known?.id ?? (await addOrganisation(tx, { name, kind: "bureau", verified: true })).id;
    await addMember(tx, id, userId, ["administrator", "reviewer", "director"]);
    return { result: id, subjects: [{ kind: "organisation", id }, { kind: "user", id: userId }] };
  });
  say(`Bureau: ${name}, first account ${first.email}`);
}

/** What `command` does for acts: rows, event and job in one transaction. These two have no act; nobody may ask for them from outside. */
async function recorded<T>(name: EventName, run: (tx: Tx) => Promise<{ result: T; subjects: Subject[] }>): Promise<T> {
  return db().transaction(async (tx) => {
    const { result, subjects } = await run(tx);
    await record(tx, { id: newId(), at: clock.now(), name, actor: cli, subjects });
    await wake(tx);
    return result;
  });
}
