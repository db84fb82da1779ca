export type FacetOption = { value: string; label: string; count?: number; checked?: boolean };

/** Of each group so many are sent at first. */
export const shownOptions = 8;
/** So many more are listed when a group is opened; what is beyond is looked for by its name. */
export const mostOptions = 60;

type Asked = { open: boolean; /** What was typed into the group's own find box. */ find: string };
type Boxes = { first: FacetOption[]; rest: FacetOption[]; /** How many stand behind "more". */ others: number; /** Has a find box. */ long: boolean; note: "foundNone" | "notAll" | null };

/** Which boxes of a group are sent. What is chosen stays on top, so that it can be taken back without searching for it. */
export function facetBoxes(group: readonly FacetOption[], { open, find }: Asked): Boxes {
  const options = [...group].sort((a, b) => Number(b.checked ?? false) - Number(a.checked ?? false));
  const first = options.slice(0, Math.max(shownOptions, options.filter((option) => option.checked).length));
  const others = options.slice(first.length);
  const long = open && others.length > mostOptions;
  const asked = find.trim().toLowerCase();
  const found = long && asked ? others.filter((option) => option.label.toLowerCase().includes(asked)) : others;
  return { first, rest: open ? found.slice(0, mostOptions) : [], others: others.length, long, note: long && found.length === 0 ? "foundNone" : long && found.length > mostOptions ? "notAll" : null };
}
