/** Started by memory.ts: does what it is told and answers how much memory it then holds, in MB (1 MB = 1024² bytes). */
import { SYNONYMS } from "@/lib/engine/data/synonyms";
import type { SearchDocument } from "@/lib/engine/document";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import { searchListings } from "@/lib/engine/search-listings";
import { matchAchievement, matchNeed } from "@/lib/matching/find";
import { FACETS_SHOWN } from "./market";

export type Task = { host: string; apiKey: string; queries: string[]; texts: SearchDocument[] };
export type Resident = { idle: number; searched: number; matched: number };

const held = (): number => process.memoryUsage.rss() / 1024 / 1024;

process.once("message", (message) => {
  void work(message as Task).then((resident) => process.send?.(resident, undefined, undefined, () => process.exit(0)), (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});

async function work({ host, apiKey, queries, texts }: Task): Promise<Resident> {
  const engine = meilisearchEngine({ host, apiKey, index: "listings", synonyms: SYNONYMS, deadlineMs: 60_000 });
  const idle = held();
  for (const q of queries) await searchListings(engine, { q, facets: [...FACETS_SHOWN], size: 20 });
  const searched = held();
  await matchNeed(engine, { title: "" }, { patienceMs: 600_000 }); // vectors are learnt before anything is weighed
  for (const text of texts) await (text.kind === "need" ? matchNeed : matchAchievement)(engine, { ...text, content: text.body });
  return { idle, searched, matched: held() };
}
