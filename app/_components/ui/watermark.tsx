/** A pale word across every printed sheet of what must not be taken for the real or the final thing (look 3). It is said in words at its place, too. */
export function Watermark({ children }: { children: string }) {
  return <p aria-hidden className="watermark">{children}</p>;
}
