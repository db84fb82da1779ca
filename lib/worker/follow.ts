import { log } from "@/lib/core/log";
import { readBatch, sequenceEvents } from "@/lib/jobs/cursors";
import { readPostponed } from "@/lib/jobs/postponed";
import { readers } from "./registry";

/**
 * Brings every reader up to date. One that fails keeps its cursor and is tried again; the others go on.
 * @returns the names of readers that failed
 */
export async function follow(): Promise<string[]> {
  const failed = new Set<string>();
  let moved = true;
  while (moved) {
    moved = (await sequenceEvents()) > 0;
    for (const reader of readers) {
      if (failed.has(reader.name) || reader.after?.some((name) => failed.has(name))) continue;
      try {
        while ((await readBatch(reader.name, reader.batch, reader.read)) > 0) {
          moved = true;
          if (reader.slow) break;
        }
        if (reader.postponed && (await readPostponed(reader.name, reader.postponed.slice, reader.postponed.read)) > 0) moved = true;
      } catch (error) {
        failed.add(reader.name);
        log.error({ err: error, reader: reader.name }, "reader failed; it will be tried again");
      }
    }
  }
  return [...failed];
}
