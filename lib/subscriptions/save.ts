import { savedSearches } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { assertRoomForSearch } from "./find-search";
import { saveSearchInput } from "./input";
import { canSaveSearch } from "./policy";

/** A person keeps a search, to be told of what it will find from now on. */
export const saveSearch = command({
  name: "search.saved",
  input: saveSearchInput,
  find: (_tx, actor) => {
    const userId = userIdOf(actor);
    if (!userId) throw new NotFound();
    return Promise.resolve({ userId });
  },
  allow: canSaveSearch,
  async run({ tx, subject: { userId }, input, event }) {
    await assertRoomForSearch(tx, userId);
    const id = newId(event.at);
    const [saved] = await tx.insert(savedSearches).values({ id, userId, ...input, createdAt: event.at, lookedAt: event.at }).onConflictDoNothing().returning({ id: savedSearches.id });
    if (!saved) throw new Conflict("search_already_saved");
    return { result: { id }, subjects: [{ kind: "search", id }], facts: { frequency: input.frequency } };
  },
});
