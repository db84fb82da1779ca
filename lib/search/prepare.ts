import { countTerms, termText } from "@/lib/engine/analyse";
import { textOf } from "@/lib/engine/document";
import { writingEngine } from "@/lib/engine/live";
import type { SearchEngine } from "@/lib/engine/port";
import { log } from "@/lib/core/log";
import { keepInitials } from "./keep-initials";
import { reconcile } from "./reconcile";
import { reindex } from "./reindex";
import { inTurn, type Turn } from "./turn";

/** Comparing everything reads everything: at a hundred thousand records a minute of work. It takes a twentieth of the time at most. */
const REST = 19;
/** Records of each kind whose words are asked for, a few hundred. */
const PROBED = 3;
let restUntil = 0;

/**
 * Makes sure that the index exists with its settings and holds what is public: after a first start, a restore, a lost search folder.
 * @returns false where somebody else has the index in hand: whoever asked asks again
 */
export async function prepareSearch(): Promise<boolean> {
  await keepInitials();
  const engine = writingEngine();
  // It gives way and does not wait: waiting here and in another job would leave the worker no hand for anything else.
  return !engine || (await inTurn((turn) => bringIntoOrder(engine, turn))) !== "taken";
}

/** An index that is gone, or that answers nothing for want of settings, is seen at once; everything else by the regular comparison. */
export async function searchIsUnprepared(): Promise<boolean> {
  const state = await writingEngine()?.state().catch(() => undefined);
  return state === "missing" || state === "differs";
}

async function bringIntoOrder(engine: SearchEngine, turn: Turn): Promise<void> {
  const state = await engine.state();
  // A missing one is not made and then filled: searches would find nothing, or a part, and nobody would be told.
  if (state !== "fits" || (await stumbles(engine))) {
    log.warn({ state }, "the search index is missing or does not answer as it should; it is built anew and swapped in");
    await reindex(turn);
    return;
  }
  await engine.settings();
  const started = Date.now();
  // A search folder that was lost is filled at once.
  if (started < restUntil && (await engine.stamps(0, 1)).length > 0) return;
  const mended = await reconcile();
  restUntil = mended > 0 ? 0 : Date.now() + REST * (Date.now() - started);
  if (mended > 0) log.info({ mended }, "search index brought to what is public");
}

/**
 * Filled under other settings, or with entries of a field that is not searched: Meilisearch 1.21 answers words of such records with
 * "missing … in the fieldids weights mapping", for ever (meilisearch#5510). A record of its own is asked for by its own words.
 */
async function stumbles(engine: SearchEngine): Promise<boolean> {
  for (const kind of ["achievement", "need"] as const) {
    const { documents } = await engine.scan(kind, 0, PROBED);
    const terms = documents.flatMap((document) => [...countTerms(`${document.title}\n${textOf(document)}`).keys()].map(termText));
    try {
      await engine.multiSearch([...new Set(terms)].map((term) => ({ terms: [term], limit: 1 })));
    } catch (error) {
      if (String(error).includes("weights mapping")) return true;
      throw error;
    }
  }
  return false;
}
