/** Enough for the drawings and tables of some different cockpits, each a few kilobytes. */
const MOST = 200;

/**
 * `make`, which answers for a text that came lately what it answered then: on the server every reader of a page is sent the same
 * drawings. What was asked longest ago goes first.
 */
export function rememberedText(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    const made = before ?? make(text);
    known.delete(text);
    known.set(text, made);
    if (known.size > MOST) known.delete(known.keys().next().value!);
    return made;
  };
}
