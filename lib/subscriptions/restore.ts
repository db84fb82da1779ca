import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { savedSearches } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { assertRoomForSearch, getOwnSearch } from "./find-search";
import { searchInput } from "./input";
import { isOwnSearch } from "./policy";

/** Undoes the removal, unless the same search was saved again or the list is full by now. */
export const restoreSearch = command({
  name: "search.restored",
  input: searchInput,
  find: getOwnSearch,
  allow: isOwnSearch,
  async run({ tx, subject: search }) {
    await assertRoomForSearch(tx, search.userId);
    const again = await tx.$count(savedSearches, and(eq(savedSearches.userId, search.userId), eq(savedSearches.query, search.query), isNull(savedSearches.removedAt), ne(savedSearches.id, search.id)));
    if (again > 0) throw new Conflict("search_already_saved");
    const [moved] = await tx.update(savedSearches).set({ removedAt: null }).where(and(eq(savedSearches.id, search.id), isNotNull(savedSearches.removedAt))).returning({ id: savedSearches.id });
    if (!moved) throw new Conflict();
    return { result: { id: search.id }, subjects: [{ kind: "search", id: search.id }] };
  },
});
