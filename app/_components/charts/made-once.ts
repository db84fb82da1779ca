const made = new WeakMap<object, Map<string, unknown>>();

/**
 * What was made of `owner` under this name before, or else makes it. Figures of a year are handed out as the same objects as long as
 * the ledger is the same (`ofLedgerState`), so the words of a chart are put together once for them, not for every reader; they go when the figures go.
 * @param name everything that it depends on besides the owner
 */
export function madeOnce<T>(owner: object, name: string, make: () => T): T {
  let known = made.get(owner);
  if (!known) made.set(owner, (known = new Map()));
  if (known.has(name)) return known.get(name) as T;
  const one = make();
  known.set(name, one);
  return one;
}
