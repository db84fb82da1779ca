/**
 * A web process of the kill test: runs the real acts and the real search for whoever asks on the loopback address.
 * Who acts, and under which idempotency key, comes with the request: the gate has tests of its own, and a process
 * without Next is back in a second after each kill.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { Act } from "@/lib/command";
import type { Actor } from "@/lib/core/actor";
import { isKnownError } from "@/lib/core/errors";
import { approve as approveAchievement, relist as relistAchievement, withdraw as withdrawAchievement } from "@/lib/achievements/acts";
import { draft as draftAchievement } from "@/lib/achievements/draft";
import { edit as editAchievement } from "@/lib/achievements/edit";
import { submit as submitAchievement } from "@/lib/achievements/submit";
import { sendInterest } from "@/lib/interests/send";
import { approve as approveNeed, relist as relistNeed, withdraw as withdrawNeed } from "@/lib/needs/acts";
import { draft as draftNeed } from "@/lib/needs/draft";
import { edit as editNeed } from "@/lib/needs/edit";
import { submit as submitNeed } from "@/lib/needs/submit";
import { claim } from "@/lib/reviews/claim";
import { findListings } from "@/lib/search/find-listings";

const acts = new Map<string, Act<unknown>>([
  draftAchievement, editAchievement, submitAchievement, approveAchievement, withdrawAchievement, relistAchievement,
  draftNeed, editNeed, submitNeed, approveNeed, withdrawNeed, relistNeed, claim, sendInterest,
].map((act) => [act.eventName, act as Act<unknown>]));

type Answer = { status: number; body: unknown };

async function answer(path: string, body: unknown): Promise<Answer> {
  if (path === "/search") {
    const { q } = body as { q: string };
    const found = await findListings({ q, kind: "achievement", filter: {}, page: 1, size: 20, sort: "relevance" } as Parameters<typeof findListings>[0]);
    return { status: 200, body: { total: found.total, ids: found.hits.map((hit) => hit.id), simple: found.simple === true } };
  }
  const { act, actor, input, key } = body as { act: string; actor: Actor; input: unknown; key: string };
  const run = acts.get(act);
  if (!run) return { status: 404, body: { code: "no such act" } };
  try {
    return { status: 200, body: await run(actor, input, key) };
  } catch (error) {
    // Only a refusal of the product is an answer. Whatever else went wrong leaves the client in doubt.
    if (!isKnownError(error)) throw error;
    return { status: 409, body: { name: error.name, code: error.code, fields: "fields" in error ? error.fields : undefined } };
  }
}

async function read(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString("utf8")) : {};
}

const server = createServer((request, response) => {
  const send = ({ status, body }: Answer): void => void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body ?? null));
  read(request).then((body) => answer(request.url ?? "", body)).then(send, (error: unknown) => send({ status: 503, body: { code: error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ""}` : String(error) } }));
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
process.on("SIGTERM", () => process.exit(0));
