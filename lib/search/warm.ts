import { log } from "@/lib/core/log";
import { takeAppliedEdition } from "@/lib/dictionary/keep-current";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { liveEngine } from "@/lib/engine/live";

/**
 * Reads what searches need before the first of them comes: at a hundred thousand records the first visitor would wait for
 * seconds. A failure costs nothing but that: whoever searches learns then.
 */
export async function warmSearch(): Promise<void> {
  try {
    // By the edition that is in use: another one would be learnt again at once.
    await takeAppliedEdition();
    const engine = liveEngine();
    if (engine) await knowledgeOf(engine).warm();
  } catch (error) {
    // At the very first start there is no index yet; a search server that is away is told by /api/ready.
    log.info({ err: error }, "what searches need could not be read ahead; the first one reads it");
  }
}
