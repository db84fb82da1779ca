/** When the new hits of a saved search are told; `none` keeps counting them in the list only. */
export const searchFrequencies = ["none", "at_once", "daily", "weekly"] as const;
export type SearchFrequency = (typeof searchFrequencies)[number];

/** Saved searches of one person: more than these nobody reads. */
export const searchesPerPerson = 20;
