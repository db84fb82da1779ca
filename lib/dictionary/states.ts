/** What an entry is for: a term of the trade, words that mean the same, or a word that says nothing. */
export const entryKinds = ["word", "synonym", "stop"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** An edition waits for the worker, is being built beside the index in use, is in use (or was), or could not be built. */
export const editionStates = ["waiting", "applying", "applied", "failed"] as const;
