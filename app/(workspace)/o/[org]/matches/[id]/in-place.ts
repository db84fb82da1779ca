/** The rows in their order of now, with those that were shown before and have been put aside where they stood: behind what they stood behind. Pure. */
export function inPlace(before: readonly string[], rows: readonly string[], aside: readonly string[]): string[] {
  const placed = [...rows];
  for (const [index, id] of before.entries()) {
    if (placed.includes(id) || !aside.includes(id)) continue;
    const ahead = before.slice(0, index).findLast((one) => placed.includes(one));
    placed.splice(ahead === undefined ? 0 : placed.indexOf(ahead) + 1, 0, id);
  }
  return placed;
}
