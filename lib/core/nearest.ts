/** Below it two words have less than half in common: to name such a word would lead astray. */
const enough = 0.5;
/** One word inside the other (a name with something written behind it) is closer than any word with half of its characters exchanged. */
const inside = 0.6;

/** Characters to be exchanged, added or left out until one text is the other (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    for (let j = 1; j <= b.length; j++) line[j] = Math.min(above[j]! + 1, line[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    above = line;
  }
  return above[b.length]!;
}

function likeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  const longer = Math.max(a.length, b.length), shorter = Math.min(a.length, b.length);
  const alike = 1 - distance(a, b) / longer;
  return shorter > 1 && (a.includes(b) || b.includes(a)) ? Math.max(alike, inside + (shorter / longer) / 10) : alike;
}

/**
 * What a word that no list knows may have been meant to be: the closest names first, of equally close ones that which stands first; none where nothing is close.
 * @param candidates `key` is what is compared, where a name has parts that others have too
 */
export function nearest(text: string, candidates: readonly { key: string; name: string }[], most = 1): string[] {
  const found = candidates.map(({ key, name }) => ({ name, close: likeness(text, key) })).filter(({ close }) => close >= enough).sort((a, b) => b.close - a.close);
  return [...new Set(found.map(({ name }) => name))].slice(0, most);
}
