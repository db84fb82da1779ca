import { env } from "@/lib/core/env";
import { reindex } from "@/lib/search/reindex";
import { awaitTurn } from "@/lib/search/turn";
import { complain, progressLine, say } from "@/bin/services/progress";
import { withServices } from "@/bin/services/with-services";

/** `npm run search:reindex`: builds the whole index beside the live one and swaps it in; the site keeps answering. */
await withServices(async () => {
  if (!env().meiliUrl) {
    complain("There is no Meilisearch here; the site searches in Postgres and has no index to build.");
    process.exitCode = 1;
    return;
  }
  const line = progressLine("search");
  const count = await awaitTurn((turn) => reindex(turn, (done) => line.update("records", done, Math.max(done, 1))), () => say("The search index is being brought into order already; waiting for that …"));
  line.done(`${count} records are in the new index`);
});
