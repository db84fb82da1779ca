/** What a broker notes on a pair. `later` is shown again on its day; the newest mark that was not undone counts. */
export const markKinds = ["contacted", "later", "aside"] as const;
export type MarkKind = (typeof markKinds)[number];

/** To whom a broker recommends a pair. */
export const introductionSides = ["both", "achievement", "need"] as const;
export type IntroductionSide = (typeof introductionSides)[number];

/** Recommendations of one broker within 24 hours: beyond it nobody has read both records. */
export const introductionsPerDay = 20;

/** A broker's list for one day, and how often one record may stand in it: two calls about one thing are enough. */
export const shortlistSize = 20;
export const shortlistPerRecord = 2;

/** What a pair goes by, in addresses and maps. */
export function pairKey(pair: { needId: string; achievementId: string }): string {
  return `${pair.needId}/${pair.achievementId}`;
}
