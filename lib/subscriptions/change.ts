import { and, eq, isNull } from "drizzle-orm";
import { savedSearches } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { getOwnSearch } from "./find-search";
import { changeSearchInput } from "./input";
import { isOwnSearch } from "./policy";

/** Another name, or told at another pace. */
export const changeSearch = command({
  name: "search.changed",
  input: changeSearchInput,
  find: getOwnSearch,
  allow: isOwnSearch,
  async run({ tx, subject: search, input }) {
    const [changed] = await tx.update(savedSearches).set({ name: input.name, frequency: input.frequency }).where(and(eq(savedSearches.id, search.id), isNull(savedSearches.removedAt))).returning({ id: savedSearches.id });
    if (!changed) throw new Conflict();
    return { result: { id: search.id }, subjects: [{ kind: "search", id: search.id }], facts: { frequency: input.frequency } };
  },
});
