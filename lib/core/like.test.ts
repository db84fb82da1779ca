import { expect, test } from "vitest";
import { containing } from "./like";

test.each([
  ["  钛合金 ", "%钛合金%"],
  ["100%_\\", "%100\\%\\_\\\\%"],
  ["钛\u0000合\ud842金", "%钛合金%"],
  ["\u0000", null],
  ["", null],
  [undefined, null],
])("%o is looked for as %o", (typed, pattern) => expect(containing(typed)).toBe(pattern));
