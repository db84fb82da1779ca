import { db } from "@/db/client";
import type { SearchDocument } from "@/lib/engine/document";
import { writingEngine } from "@/lib/engine/live";
import { sha256 } from "@/lib/core/id";
import { publicDocumentsAfter } from "@/lib/listings/public-document";
import { projectListings } from "./project";

const batchSize = 1_000;

/** Keys in one order, absent and null alike: the engine returns neither in the order nor the form that Postgres does. */
function fingerprint(document: SearchDocument): string {
  const entries = Object.entries(document)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => [key, typeof value === "object" && !Array.isArray(value) ? Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== null).sort() : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(entries));
}

export type Difference = { missing: string[]; stale: string[]; surplus: string[] };

/** Compares ids and content of the index with what is public, both ways. */
export async function compareIndex(): Promise<Difference> {
  const engine = writingEngine();
  if (!engine) return { missing: [], stale: [], surplus: [] };
  const indexed = new Map<string, string>();
  for (const kind of ["achievement", "need"] as const) {
    for (let offset = 0; ; offset += batchSize) {
      const { documents } = await engine.scan(kind, offset, batchSize);
      for (const document of documents) indexed.set(document.id, fingerprint(document));
      if (documents.length < batchSize) break;
    }
  }
  const difference: Difference = { missing: [], stale: [], surplus: [] };
  const truth = new Set<string>();
  for (let after: string | null = null; ; ) {
    const documents: SearchDocument[] = await publicDocumentsAfter(db(), after, batchSize);
    if (documents.length === 0) break;
    for (const document of documents) {
      truth.add(document.id);
      const found = indexed.get(document.id);
      if (!found) difference.missing.push(document.id);
      else if (found !== fingerprint(document)) difference.stale.push(document.id);
    }
    after = documents.at(-1)!.id;
  }
  difference.surplus = [...indexed.keys()].filter((id) => !truth.has(id));
  return difference;
}

/** Mends what differs. @returns how many records it had to mend */
export async function reconcile(): Promise<number> {
  const { missing, stale, surplus } = await compareIndex();
  const wrong = [...missing, ...stale, ...surplus];
  for (let from = 0; from < wrong.length; from += batchSize) {
    await db().transaction((tx) => projectListings(tx, wrong.slice(from, from + batchSize)));
  }
  return wrong.length;
}
