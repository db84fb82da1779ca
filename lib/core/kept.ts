/** A reading is kept a hundred times as long as it took: a small installation is always up to date, and a large one works a hundredth of the time for it. */
const TIMES = 100;

/**
 * Something costly that changes slowly, read once for all who ask at the same time and kept for a while; a failure is kept for nobody.
 * @param mostMs it is never older than this
 */
export function kept<T>(read: () => Promise<T>, mostMs: number, now: () => number = () => performance.now()): () => Promise<T> {
  let known: { value: Promise<T>; until: number } | undefined;
  return () => {
    if (known && now() < known.until) return known.value;
    const began = now(), mine = { value: read(), until: Infinity };
    known = mine;
    mine.value.then(
      () => { mine.until = now() + Math.min(mostMs, TIMES * (now() - began)); },
      () => { if (known === mine) known = undefined; },
    );
    return mine.value;
  };
}
