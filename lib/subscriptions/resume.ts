import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { savedSearches } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { getOwnSearch } from "./find-search";
import { searchInput } from "./input";
import { isOwnSearch } from "./policy";

/** The search goes on with what is published from now on. */
export const resumeSearch = command({
  name: "search.resumed",
  input: searchInput,
  find: getOwnSearch,
  allow: isOwnSearch,
  async run({ tx, subject: search }) {
    const [moved] = await tx.update(savedSearches).set({ pausedAt: null }).where(and(eq(savedSearches.id, search.id), isNull(savedSearches.removedAt), isNotNull(savedSearches.pausedAt))).returning({ id: savedSearches.id });
    if (!moved) throw new Conflict();
    return { result: { id: search.id }, subjects: [{ kind: "search", id: search.id }] };
  },
});
