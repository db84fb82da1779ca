import { log } from "@/lib/core/log";
import { takeAppliedEdition } from "@/lib/dictionary/keep-current";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { liveEngine } from "@/lib/engine/live";
import { readMarketAhead } from "@/lib/matching/market";

let begun = false;

/**
 * Reads what searches and matches need before the first of them comes: at a hundred thousand records the first visitor would wait for
 * seconds. Once in a process; whoever starts it asks whether it lives, and that begins it (what is read when a process
 * starts, before it serves, is another copy of every module). A failure costs nothing: whoever searches learns then.
 */
export async function warmSearch(): Promise<void> {
  if (begun) return;
  begun = true;
  try {
    // By the edition that is in use: another one would be learnt again at once.
    await takeAppliedEdition();
    const engine = liveEngine();
    if (!engine) return;
    await knowledgeOf(engine).warm();
    await readMarketAhead(engine);
  } catch (error) {
    // At the very first start there is no index yet; a search server that is away is told by /api/ready.
    log.info({ err: error }, "what searches need could not be read ahead; the first one reads it");
  }
}
