import { maybeActor } from "@/app/_server/actor";
import { NotFound } from "@/lib/core/errors";
import { EngineUnavailable } from "@/lib/engine/port";
import { listFreshMatches } from "@/lib/matching/fresh";
import { listMatches } from "@/lib/matching/queries";

/** Matches in one answer, and how many may be asked for. */
const usual = 20, most = 100;

/**
 * Matches of one record as JSON, for those who may see them; for everybody else there is no such record.
 * `limit` asks for more than 20; `fresh=1` compares with the market now and stores nothing.
 */
export async function answerMatches(kind: "need" | "achievement", id: string, request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const limit = Math.min(most, Math.max(1, Math.trunc(Number(asked.get("limit") ?? usual)) || usual));
  try {
    const actor = await maybeActor();
    const read = asked.get("fresh") === "1" ? listFreshMatches(actor, id, limit) : listMatches(actor, id);
    const { listing, shown } = await read;
    if (listing.kind !== kind) throw new NotFound();
    return Response.json({ id, matches: shown.slice(0, limit) }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof NotFound) return Response.json({ error: "not_found" }, { status: 404 });
    if (error instanceof EngineUnavailable) return Response.json({ error: "search_unavailable" }, { status: 503 });
    throw error;
  }
}
