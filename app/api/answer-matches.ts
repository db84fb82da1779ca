import { maybeActor } from "@/app/_server/actor";
import { NotFound } from "@/lib/core/errors";
import { listMatches } from "@/lib/matching/queries";

/** Matches of one record as JSON, for those who may see them; for everybody else there is no such record. */
export async function answerMatches(kind: "need" | "achievement", id: string): Promise<Response> {
  try {
    const { listing, shown } = await listMatches(await maybeActor(), id);
    if (listing.kind !== kind) throw new NotFound();
    return Response.json({ id, matches: shown }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof NotFound) return Response.json({ error: "not_found" }, { status: 404 });
    throw error;
  }
}
