import { createHash, createHmac } from "node:crypto";
import { and, eq, TransactionRollbackError } from "drizzle-orm";
import type { z } from "zod";
import { db, type Tx } from "@/db/client";
import { commandKeys } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { authSecret } from "@/lib/core/env";
import { Conflict, Forbidden, Invalid, isKnownError, type FieldProblem } from "@/lib/core/errors";
import { issueCode } from "@/lib/core/fields";
import { newId } from "@/lib/core/id";
import { log } from "@/lib/core/log";
import { rightParts } from "@/lib/core/right-parts";
import { isSecret } from "@/lib/core/typed-text";
import type { EventName, Subject } from "@/lib/events/names";
import { record, type EventRef, type Facts } from "@/lib/events/record";
import { wake } from "@/lib/jobs/wake";

export type RunContext<I, S> = { tx: Tx; actor: Actor; subject: S; input: I; event: EventRef };

/**
 * What an act leaves behind. `subjects` are those whose timelines the event belongs to. `facts` are the codes and
 * values that may be kept with it: none by default. `continues` says that this save belongs to an editing session
 * whose event is already recorded.
 */
export type Outcome<R> = { result: R; subjects: Subject[]; facts?: Facts; continues?: boolean };

type Definition<I, S, R, C> = {
  name: EventName;
  input: z.ZodType<I>;
  /** Loads what the act is about, as far as this actor may know of it. Throws NotFound for strangers. */
  find: (tx: Tx, actor: Actor, input: I) => Promise<S>;
  /** Pure, from policy.ts; the same predicate shows or hides the button. */
  allow: (actor: Actor, subject: S) => boolean;
  /**
   * What is wrong with the fields beside what is stored (another amount than was agreed on); what it answers goes to `run`. Of an input in which a field is
   * wrong by itself it is asked about the others, so that a person hears everything at once (decision 61). Changes nothing.
   */
  check?: (context: RunContext<Partial<I>, S>) => Promise<C>;
  run: (context: RunContext<I, S> & { checked: C }) => Promise<Outcome<R>>;
};

export type Act<R> = {
  (actor: Actor, raw: unknown, key?: string): Promise<R>;
  /** Does it and takes it back: what would be refused is refused, nothing is kept and nobody is told. For what is to be right before a person is asked whether they mean it. */
  rehearse(actor: Actor, raw: unknown): Promise<void>;
  readonly eventName: EventName;
};

/** The one mechanism for changing the world: one act, one transaction, three writes (rows, event, job). */
export function command<I, S, R, C = undefined>(def: Definition<I, S, R, C>): Act<R> {
  const perform = async (tx: Tx, actor: Actor, input: I, event: EventRef): Promise<Outcome<R>> => {
    const subject = await def.find(tx, actor, input);
    if (!def.allow(actor, subject)) throw new Forbidden();
    const checked = (await def.check?.({ tx, actor, subject, input, event })) as C;
    return def.run({ tx, actor, subject, input, event, checked });
  };
  const read = async (actor: Actor, raw: unknown): Promise<I> => {
    try {
      return parseInput(def.input, raw);
    } catch (error) {
      if (!(error instanceof Invalid) || !def.check) throw error;
      throw new Invalid({ ...(await besides(actor, (rightParts(def.input, raw) ?? {}) as I)), ...error.fields });
    }
  };
  /** What is wrong with the fields that could be read; nothing for whom the act is closed. */
  const besides = (actor: Actor, input: I): Promise<Invalid["fields"]> => db().transaction(async (tx) => {
    const subject = await def.find(tx, actor, input);
    if (def.allow(actor, subject)) await def.check?.({ tx, actor, subject, input, event: { id: newId(), at: clock.now() } });
    return {};
  }).catch((error: unknown) => {
    if (!isKnownError(error)) throw error;
    return error instanceof Invalid ? error.fields : {};
  });
  const act = async (actor: Actor, raw: unknown, key?: string): Promise<R> => {
    const input = await read(actor, raw);
    const event: EventRef = { id: newId(), at: clock.now() };
    const asked = key ? digestOf(actor, input) : null;
    return db().transaction(async (tx) => {
      const before = await claim(tx, actor, def.name, key, asked, event.at);
      if (before) return before.result as R;
      const { result, subjects, facts, continues } = await perform(tx, actor, input, event);
      if (!continues) {
        await record(tx, { ...event, name: def.name, actor, subjects, facts });
        await wake(tx);
      }
      await settle(tx, actor, key, result);
      return result;
    });
  };
  const rehearse = async (actor: Actor, raw: unknown): Promise<void> => {
    const input = await read(actor, raw);
    await db().transaction(async (tx) => {
      await perform(tx, actor, input, { id: newId(), at: clock.now(), rehearsed: true });
      tx.rollback();
    }).catch((error: unknown) => {
      if (!(error instanceof TransactionRollbackError)) throw error;
    });
  };
  const told = <A extends unknown[], T>(doing: (...asked: A) => Promise<T>) => (...asked: A): Promise<T> => doing(...asked).catch((error: unknown) => {
    throw collided(error, def.name);
  });
  return Object.assign(told(act), { rehearse: told(rehearse), eventName: def.name });
}

/** @throws Invalid with one problem per field path */
export function parseInput<I>(schema: z.ZodType<I>, raw: unknown): I {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldProblem> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issueCode(issue);
  throw new Invalid(fields);
}

function keyOwner(actor: Actor): string {
  return actor.kind === "person" ? actor.userId : actor.kind;
}

/**
 * The key's row goes in first: whoever comes second waits here and then gets the first answer. Only for the same wish: to another one
 * the first answer would say that it was done.
 */
async function claim(tx: Tx, actor: Actor, name: EventName, key: string | undefined, asked: string | null, at: Date): Promise<{ result: unknown } | null> {
  if (!key) return null;
  const [mine] = await tx.insert(commandKeys).values({ actor: keyOwner(actor), key, name, asked, at }).onConflictDoNothing().returning();
  if (mine) return null;
  const [first] = await tx.select().from(commandKeys).where(and(eq(commandKeys.actor, keyOwner(actor)), eq(commandKeys.key, key)));
  if (!first || first.name !== name || (first.asked !== null && first.asked !== asked)) throw new Conflict("key_reused");
  return { result: first.result };
}

/**
 * In whose name and what: of files their bytes or, where a form sends them, what tells two of them apart. Nobody who reads the table can try out what was
 * asked, and a password is not in it at all: the same wish with another one gets the first answer (a form makes a new key of every change).
 */
function digestOf(actor: Actor, input: unknown): string {
  const acting = actor.kind === "person" ? (actor.acting?.organisationId ?? null) : null;
  const text = JSON.stringify([acting, input], function (this: Record<string, unknown>, name: string, value: unknown) {
    if (isSecret(name)) return undefined;
    const given = this[name];
    if (given instanceof Uint8Array) return createHash("sha256").update(given).digest("hex");
    return given instanceof File ? [given.name, given.size, given.type] : value;
  });
  return createHmac("sha256", authSecret()).update(text).digest("hex");
}

/** A unique index decided (23505), or two acts waited for each other and one had to give way (40P01, 40001). */
const collisions: readonly unknown[] = ["23505", "40P01", "40001"];

/** What the conditional updates did not catch is a meeting of two all the same: one has its way, the other is told. Logged, because it may be a fault of ours. */
function collided(error: unknown, name: EventName): unknown {
  const cause = error instanceof Error && typeof error.cause === "object" ? (error.cause as { code?: unknown; constraint?: unknown } | null) : null;
  if (!cause || !collisions.includes(cause.code)) return error;
  log.warn({ act: name, code: cause.code, constraint: cause.constraint }, "two acts met; this one was refused");
  return new Conflict("changed_meanwhile");
}

async function settle(tx: Tx, actor: Actor, key: string | undefined, result: unknown): Promise<void> {
  if (!key) return;
  await tx.update(commandKeys).set({ result: result ?? null }).where(and(eq(commandKeys.actor, keyOwner(actor)), eq(commandKeys.key, key)));
}
