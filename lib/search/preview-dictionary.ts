import { db } from "@/db/client";
import type { Actor } from "@/lib/core/actor";
import { appliedEdition, EMPTY, vocabularyOf, workingContent } from "@/lib/dictionary/content";
import { listSamples } from "@/lib/dictionary/queries";
import { liveEngine } from "@/lib/engine/live";
import { EngineUnavailable, type SearchEngine } from "@/lib/engine/port";
import { searchListings, type Learnt } from "@/lib/engine/search-listings";
import { changedEngine } from "./changed-engine";

export type PreviewLine = {
  id: string; kind: "achievement" | "need"; title: string;
  /** Places from 1; null: not among the first ten. */
  before: number | null; after: number | null;
};
export type Preview = { sampleId: string; query: string; before: PreviewLine[]; after: PreviewLine[]; totals: { before: number; after: number }; same: boolean };

const places = 10;

/**
 * What the entries as they are now would do to the operators' sample queries. Asks the index in use and writes nothing.
 * @returns null without a search server
 * @throws NotFound for whoever is no operator
 */
export async function previewDictionary(actor: Actor): Promise<Preview[] | null> {
  const samples = await listSamples(actor);
  const live = liveEngine();
  if (!live) return null;
  const [applied, content] = await Promise.all([appliedEdition(db()), workingContent(db())]);
  const changed = changedMembers((applied?.content ?? EMPTY).synonyms, content.synonyms);
  try {
    const next = await changedEngine(live, vocabularyOf((applied?.version ?? 0) + 1, content), changed);
    const previews: Preview[] = [];
    for (const { id, query } of samples) previews.push(compare(id, query, await top(live, query), await top(next.engine, query, next.knowledge)));
    return previews;
  } catch (error) {
    if (error instanceof EngineUnavailable) return null;
    throw error;
  }
}

type Top = { hits: { id: string; kind: "achievement" | "need"; title: string }[]; total: number };

async function top(engine: SearchEngine, q: string, knowledge?: Learnt): Promise<Top> {
  const { hits, total } = await searchListings(engine, { q, size: places }, knowledge);
  return { hits: hits.map(({ id, kind, title }) => ({ id, kind, title })), total };
}

/** Pure, for the tests: who moved, who came, who went. */
export function compare(sampleId: string, query: string, before: Top, after: Top): Preview {
  const place = (list: Top, id: string) => { const at = list.hits.findIndex((hit) => hit.id === id); return at < 0 ? null : at + 1; };
  const lines = (list: Top): PreviewLine[] => list.hits.map((hit) => ({ ...hit, before: place(before, hit.id), after: place(after, hit.id) }));
  const same = before.hits.length === after.hits.length && before.hits.every((hit, i) => hit.id === after.hits[i]?.id);
  return { sampleId, query, before: lines(before), after: lines(after), totals: { before: before.total, after: after.total }, same };
}

/** Words of every group that one of the two has and the other has not. */
function changedMembers(before: string[][], after: string[][]): string[] {
  const key = (group: string[]) => group.join("\n");
  const [old, fresh] = [new Set(before.map(key)), new Set(after.map(key))];
  return [...new Set([...before.filter((group) => !fresh.has(key(group))), ...after.filter((group) => !old.has(key(group)))].flat())];
}
