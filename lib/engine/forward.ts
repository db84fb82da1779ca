import { eachTerm, normalise, type Term } from "@/lib/engine/analyse";
import { textOf, type SearchDocument } from "@/lib/engine/document";
import { expand, type Expander } from "@/lib/engine/expand";
import type { SearchEngine } from "@/lib/engine/port";

/** One record cut into terms, ready to be ranked: what BM25 and the vectors need of it, and its plain text. */
export interface Entry {
  id: string;
  stamp: string;
  kind: SearchDocument["kind"];
  /** Sorted, without repetition. */
  terms: Int32Array;
  /** How often each term occurs, a title's term counted twice; at most 255. */
  counts: Uint8Array;
  /** Sum of the counts before the limit. */
  length: number;
  /** Normalised title, then everything else that it says of its matter. */
  title: string;
  rest: string;
  /** Normalised name of its owner and its number: found by search, and no part of what a need asks or an achievement offers. */
  aside: string;
  document: SearchDocument;
}

const TITLE_TIMES = 2;

/** Cuts a document. Synonyms count once, so that the word itself stays the better find. */
export function entryOf(document: SearchDocument, synonyms?: Expander): Entry {
  // What the author says the record is not about is still found by search, but is no part of what it is compared by.
  const removed = (document.removedTerms ?? []).map(normalise);
  const cut = (text: string) => removed.reduce((left, term) => left.replaceAll(term, "\n"), normalise(text));
  const title = cut([document.title, document.keywords.join("\n"), ...(document.addedTerms ?? [])].join("\n").trim());
  const rest = cut(textOf(document).trim());
  const aside = cut([document.organisationName ?? "", document.number ?? ""].join("\n").trim());
  const counts = new Map<Term, number>();
  let length = 0;
  eachTerm(title, (term) => { counts.set(term, (counts.get(term) ?? 0) + TITLE_TIMES); length += TITLE_TIMES; });
  eachTerm(rest, (term) => { counts.set(term, (counts.get(term) ?? 0) + 1); length += 1; });
  eachTerm(aside, (term) => { counts.set(term, (counts.get(term) ?? 0) + 1); length += 1; });
  if (synonyms) for (const term of expand(synonyms, `${title}\n${rest}\n${aside}`, counts)) counts.set(term, 1);
  const terms = Int32Array.from(counts.keys()).sort();
  const amounts = new Uint8Array(terms.length);
  for (let i = 0; i < terms.length; i++) amounts[i] = Math.min(255, counts.get(terms[i]!) ?? 0);
  return { id: document.id, stamp: document.stamp, kind: document.kind, terms, counts: amounts, length, title, rest, aside, document };
}

/** How often a term occurs in an entry; binary search. */
export function countIn(entry: Pick<Entry, "terms" | "counts">, term: Term): number {
  const { terms } = entry;
  let low = 0, high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = terms[middle]!;
    if (at === term) return entry.counts[middle]!;
    if (at < term) low = middle + 1; else high = middle - 1;
  }
  return 0;
}

/** Bytes an entry keeps alive, roughly as measured: its own texts and those of its document, their objects, and what may be made of it to compare it (its vector, a need's weighed terms). */
const weightOf = (entry: Entry) => 2_400 + entry.terms.length * (entry.kind === "need" ? 15 : 5) + (entry.title.length + entry.rest.length + entry.aside.length) * 7;

/**
 * Entries of the records that were asked for lately, at most `budgetBytes` of them. A record whose stamp differs
 * from the one the engine reports is read again, so a cache never shows an old version.
 */
export class ForwardCache {
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;
  constructor(private readonly engine: SearchEngine, private readonly synonyms: Expander, private readonly budgetBytes: number) {}

  /** One more of the usual size would take the place of another. */
  get full(): boolean { return this.entries.size > 0 && this.bytes * (1 + 1 / this.entries.size) > this.budgetBytes; }

  /** Everything that is kept at this moment. */
  all(): Entry[] { return [...this.entries.values()]; }

  put(entry: Entry): void {
    const old = this.entries.get(entry.id);
    // Read again and found the same: what is derived from the old one stays valid (the owner's name may change without the stamp).
    if (old?.stamp === entry.stamp && old.title === entry.title && old.rest === entry.rest && old.aside === entry.aside) return;
    if (old) { this.bytes -= weightOf(old); this.entries.delete(entry.id); }
    this.entries.set(entry.id, entry);
    this.bytes += weightOf(entry);
    for (const [id, oldest] of this.entries) {
      if (this.bytes <= this.budgetBytes) break;
      this.entries.delete(id);
      this.bytes -= weightOf(oldest);
    }
  }

  /** The entry of a record, if it still says the same: all of it is that of the version, but for its owner's name. */
  sameAs(document: SearchDocument): Entry | undefined {
    const entry = this.entries.get(document.id);
    return entry?.stamp === document.stamp && entry.document.organisationName === document.organisationName ? entry : undefined;
  }

  /** Entries of these hits in their order; what the engine no longer has is left out. */
  async get(hits: readonly { id: string; stamp: string }[]): Promise<Entry[]> {
    const missing = hits.filter((hit) => this.entries.get(hit.id)?.stamp !== hit.stamp).map((hit) => hit.id);
    const fresh = new Map<string, Entry>();
    for (let i = 0; i < missing.length; i += 500) {
      for (const document of await this.engine.fetch(missing.slice(i, i + 500))) {
        const entry = entryOf(document, this.synonyms);
        fresh.set(entry.id, entry);
      }
    }
    const found: Entry[] = [];
    for (const { id } of hits) {
      const entry = fresh.get(id) ?? this.entries.get(id);
      if (entry) found.push(entry);
    }
    for (const entry of fresh.values()) this.put(entry);
    return found;
  }
}
