/** Pale words across every printed sheet of what must not be taken for the real or the final thing (look 3), one below the other. They are said at their place, too. */
export function Watermark({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return <p aria-hidden className="watermark">{words.map((word) => <span key={word} className="block">{word}</span>)}</p>;
}
