import { env } from "@/lib/core/env";
import type { ListingKind } from "@/lib/engine/document";
import { ForwardCache, type Entry } from "@/lib/engine/forward";
import { EngineUnavailable, type SearchEngine } from "@/lib/engine/port";
import { countOneMore, readEntries, SAMPLE, statisticsOf, together, type Statistics } from "@/lib/engine/statistics";

/** Learning takes a tenth of a millisecond a record that is new; a market that is just being filled is learnt anew soon. */
const freshMs = (records: number): number => Math.min(5 * 60_000, 15_000 + 10 * records);
/** Cutting a record takes a tenth of a millisecond, in which nothing else is answered. */
const READ_AHEAD = 100;

const markOf = (entry: Pick<Entry, "id" | "stamp">): string => `${entry.id} ${entry.stamp}`;

/**
 * What a process has learnt of the records behind an engine: statistics per kind and the records it read lately.
 * Learnt on first use, learnt anew in the background when it is 15 seconds (few records) to five minutes old; nobody waits for that.
 */
export class Knowledge {
  readonly cache: ForwardCache;
  private readonly learnt = new Map<ListingKind, { at: number; freshMs: number; value: Promise<Statistics> }>();
  private readonly counted = new Map<ListingKind, Set<string>>();
  private both: { of: [Statistics, Statistics]; value: Statistics } | undefined;
  constructor(readonly engine: SearchEngine) { this.cache = new ForwardCache(engine, engine.synonyms, env().searchCacheBytes); }

  async statistics(kind?: ListingKind): Promise<Statistics> {
    if (kind) return this.ofKind(kind);
    const parts = [await this.ofKind("achievement"), await this.ofKind("need")] as [Statistics, Statistics];
    if (this.both?.of[0] !== parts[0] || this.both.of[1] !== parts[1]) this.both = { of: parts, value: together(parts) };
    return this.both.value;
  }

  /**
   * Learns what is rare and reads records ahead, as many as the memory set aside for them holds: those who search do not wait for
   * either. A page at a time, so that their questions go between.
   */
  async warm(): Promise<void> {
    await this.statistics();
    for (let offset = 0; !this.cache.full; offset += READ_AHEAD) {
      const hits = await this.engine.stamps(offset, READ_AHEAD);
      if (hits.length === 0) return;
      await this.cache.get(hits);
    }
  }

  /** Counts a record that the statistics have not read: the next one that is matched finds its words known. */
  async meet(entry: Entry): Promise<void> {
    const statistics = await this.ofKind(entry.kind), counted = this.counted.get(entry.kind);
    if (!counted || counted.has(markOf(entry))) return;
    counted.add(markOf(entry));
    countOneMore(statistics, entry);
  }

  private ofKind(kind: ListingKind): Promise<Statistics> {
    const known = this.learnt.get(kind);
    if (known && Date.now() - known.at < known.freshMs) return known.value;
    const learning = (known ? Promise.resolve() : requireFit(this.engine)).then(() => readEntries(this.engine, kind, this.engine.synonyms, SAMPLE, (document) => this.cache.sameAs(document))).then(async ({ entries, total }) => {
      for (const entry of entries) this.cache.put(entry);
      const before = this.counted.get(kind), now = new Set(entries.map(markOf));
      // The same records: the same object, because much is derived from it and kept as long as it is the same.
      const same = known && before?.size === now.size && [...now].every((mark) => before.has(mark));
      const value = same ? await known.value : await statisticsOf(entries, total);
      this.counted.set(kind, now);
      return value;
    });
    if (known) {
      // The old statistics serve until the new ones are there; a failure leaves them for as long again.
      known.at = Date.now();
      learning.then((value) => { Object.assign(known, { freshMs: freshMs(value.records), value: Promise.resolve(value) }); }, () => undefined);
      return known.value;
    }
    const first = { at: Date.now(), freshMs: Infinity, value: learning };
    this.learnt.set(kind, first);
    learning.then((value) => { first.freshMs = freshMs(value.records); }, () => this.learnt.delete(kind));
    return learning;
  }
}

/** An index whose records were written another way finds nothing of what is asked: until the worker has built it anew, the simple search answers. */
async function requireFit(engine: SearchEngine): Promise<void> {
  if ((await engine.state()) === "differs") throw new EngineUnavailable("the index is of an older edition; it is being built anew");
}

const known = new WeakMap<SearchEngine, Knowledge>();

/** The knowledge of this process about an engine; one per engine object, so keep one engine object. */
export function knowledgeOf(engine: SearchEngine): Knowledge {
  let knowledge = known.get(engine);
  if (!knowledge) known.set(engine, (knowledge = new Knowledge(engine)));
  return knowledge;
}
