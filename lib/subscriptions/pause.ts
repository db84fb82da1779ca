import { and, eq, isNull } from "drizzle-orm";
import { savedSearches } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { getOwnSearch } from "./find-search";
import { searchInput } from "./input";
import { isOwnSearch } from "./policy";

/** The search finds nothing until it is resumed; what it found before still counts. */
export const pauseSearch = command({
  name: "search.paused",
  input: searchInput,
  find: getOwnSearch,
  allow: isOwnSearch,
  async run({ tx, subject: search, event }) {
    const [moved] = await tx.update(savedSearches).set({ pausedAt: event.at }).where(and(eq(savedSearches.id, search.id), isNull(savedSearches.removedAt), isNull(savedSearches.pausedAt))).returning({ id: savedSearches.id });
    if (!moved) throw new Conflict();
    return { result: { id: search.id }, subjects: [{ kind: "search", id: search.id }] };
  },
});
