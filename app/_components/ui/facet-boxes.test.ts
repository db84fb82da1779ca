import { expect, it } from "vitest";
import { facetBoxes, mostOptions, shownOptions } from "./facet-boxes";

const group = (count: number, checked: number[] = []) => Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: at % 10 === 7 ? `Lab ${at} 研究所` : `${at}号公司`, ...(checked.includes(at) ? { checked: true } : {}) }));
const values = (options: { value: string }[]) => options.map(({ value }) => value);

it("a closed group sends its first boxes and says how many more there are", () => {
  expect(facetBoxes(group(shownOptions), { open: false, find: "" })).toMatchObject({ rest: [], others: 0, long: false });
  const closed = facetBoxes(group(100), { open: false, find: "Lab" });
  expect([closed.first.length, closed.rest, closed.others, closed.long, closed.note]).toEqual([shownOptions, [], 100 - shownOptions, false, null]);
});

it("what is chosen stands on top, however far down it was and whatever is looked for", () => {
  for (const find of ["", "Lab", "nobody"]) expect(values(facetBoxes(group(100, [90, 95]), { open: true, find }).first).slice(0, 2)).toEqual(["v90", "v95"]);
  expect(facetBoxes(group(100, [...Array(20).keys()]), { open: false, find: "" }).first).toHaveLength(20);
});

it("a group that is shown whole has no find box; one that is not has it, and says that there is more", () => {
  expect(facetBoxes(group(shownOptions + mostOptions), { open: true, find: "nobody" })).toMatchObject({ long: false, note: null, rest: { length: mostOptions } });
  expect(facetBoxes(group(shownOptions + mostOptions + 1), { open: true, find: "" })).toMatchObject({ long: true, note: "notAll", rest: { length: mostOptions } });
});

it("the find box reaches what is beyond the list, in any case, and says when there is none", () => {
  const found = facetBoxes(group(100), { open: true, find: " lAB " });
  expect([values(found.rest), found.note]).toEqual([["v17", "v27", "v37", "v47", "v57", "v67", "v77", "v87", "v97"], null]);
  expect(facetBoxes(group(100), { open: true, find: "nobody" })).toMatchObject({ rest: [], note: "foundNone", others: 92 });
});
