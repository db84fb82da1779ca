import { log } from "@/lib/core/log";
import { takeAppliedEdition } from "@/lib/dictionary/keep-current";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { liveEngine } from "@/lib/engine/live";
import { readMarketAhead } from "@/lib/matching/market";

/** `failed`: the next one who asks tries again. */
let state: "cold" | "begun" | "failed" = "cold";

/**
 * Reads what searches and matches need before the first of them comes: at a hundred thousand records the first visitor would wait for
 * seconds. Once in a process; whoever starts it asks whether it lives, and that begins it (what is read when a process
 * starts, before it serves, is another copy of every module). A failure costs nothing: whoever searches learns then, and
 * the next probe tries again, because a search server often comes a moment later than the site.
 */
export async function warmSearch(): Promise<void> {
  if (state === "begun") return;
  const again = state === "failed";
  state = "begun";
  try {
    // By the edition that is in use: another one would be learnt again at once.
    await takeAppliedEdition();
    const engine = liveEngine();
    if (!engine) return;
    await knowledgeOf(engine).warm();
    await readMarketAhead(engine);
  } catch (error) {
    state = "failed";
    // At the very first start there is no index yet; a search server that is away is told by /api/ready. Said once.
    if (!again) log.info({ err: error }, "what searches need could not be read ahead; the first one reads it");
  }
}
