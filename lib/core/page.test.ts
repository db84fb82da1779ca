import { expect, it } from "vitest";
import { rowsOnPage } from "./page";

it.each([
  [71, 1, { from: 1, to: 20 }], [71, 4, { from: 61, to: 71 }], [60, 3, { from: 41, to: 60 }],
  // Its only row was dismissed a moment ago, or somebody typed it into the address.
  [60, 4, null], [71, 99, null], [0, 1, { from: 1, to: 0 }],
])("of %i rows page %i holds %j", (total, page, rows) => expect(rowsOnPage(total, { page, size: 20 })).toEqual(rows));
