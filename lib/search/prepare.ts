import { writingEngine } from "@/lib/engine/live";
import { log } from "@/lib/core/log";
import { keepInitials } from "./keep-initials";
import { reconcile } from "./reconcile";

/** Makes sure that the index exists with its settings and holds what is public: after a first start, a restore, a lost search folder. */
export async function prepareSearch(): Promise<void> {
  await keepInitials();
  const engine = writingEngine();
  if (!engine) return;
  await engine.settings();
  const mended = await reconcile();
  if (mended > 0) log.info({ mended }, "search index brought to what is public");
}
