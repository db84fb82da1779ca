/** From which level on a member is told of a new match. */
export const thresholds = ["high", "good", "none"] as const;
export type Threshold = (typeof thresholds)[number];

/** When what is new is told, always several things in one digest. */
export const frequencies = ["at_once", "daily", "weekly"] as const;
export type Frequency = (typeof frequencies)[number];
