import type { Entry } from "@/lib/engine/forward";
import type { MeaningStore } from "@/lib/engine/meaning-store";
import { embeddedText, type Embedder } from "@/lib/matching/embedding";
import { cosine } from "@/lib/matching/vectors";

/** Records whose outside vectors a process keeps: 20,000 of 1,024 numbers are 80 MB. */
const KEPT = 20_000;
/** A vector that was not there is looked for again after so long: the worker may have made it meanwhile. */
const AGAIN_MS = 60_000;
/** A page waits no longer for the service. */
const PATIENCE_MS = 2_000;

/** The vectors of an outside service, as far as this process needed them. */
export class OutsideVectors {
  private readonly known = new Map<string, { stamp: string; vector: Float32Array | null; at: number }>();
  constructor(private readonly store: MeaningStore, private readonly service: Embedder, readonly floor: number, private readonly againMs = AGAIN_MS) {}

  /** Reads what the store has of these records; the one that asks is sent to the service if it has none. Never throws. */
  async load(asker: Entry, found: readonly Entry[]): Promise<void> {
    const missing = [asker, ...found].filter((entry) => entry.id === "unsaved" || !this.settled(entry));
    const stored = await this.store.outside(missing.map(({ id }) => id), this.service.fingerprint).catch(() => null);
    if (!stored) return;
    for (const entry of missing) {
      const one = stored.get(entry.id);
      this.keep(entry, one?.stamp === entry.stamp ? one.vector : null);
    }
    if (this.of(asker)) return;
    const [vector] = (await this.service.embed([embeddedText(asker.document)], PATIENCE_MS)) ?? [];
    if (vector) this.keep(asker, vector);
  }

  /**
   * Likeness of two records between −1 and 1, where 0 is what strangers have; null where either is unknown.
   * Services differ in how alike they find strangers: the floor puts them on the scale of the learnt vectors.
   */
  likeness(a: Entry, b: Entry): number | null {
    const one = this.of(a), other = this.of(b);
    if (!one || !other || one.length !== other.length) return null;
    return (cosine(one, other) - this.floor) / Math.max(0.1, 1 - this.floor);
  }

  private settled(entry: Entry): boolean {
    const known = this.known.get(entry.id);
    return known?.stamp === entry.stamp && (known.vector !== null || Date.now() - known.at < this.againMs);
  }

  private of(entry: Entry): Float32Array | null {
    const known = this.known.get(entry.id);
    return known?.stamp === entry.stamp ? known.vector : null;
  }

  private keep(entry: Entry, vector: readonly number[] | Float32Array | null): void {
    this.known.delete(entry.id);
    this.known.set(entry.id, { stamp: entry.stamp, vector: vector ? Float32Array.from(vector) : null, at: Date.now() });
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value!);
  }
}
