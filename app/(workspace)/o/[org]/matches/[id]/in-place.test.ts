import { expect, test } from "vitest";
import { inPlace } from "./in-place";

test("what is put aside keeps its place, what was aside before has none, and what comes back stands where the list has it", () => {
  expect(inPlace(["a", "b", "c"], ["a", "b", "c"], ["x"])).toEqual(["a", "b", "c"]);
  expect(inPlace(["a", "b", "c"], ["a", "c", "d"], ["b", "x"])).toEqual(["a", "b", "c", "d"]);
  expect(inPlace(["a", "b", "c"], ["c"], ["a", "b"])).toEqual(["a", "b", "c"]);
  expect(inPlace(["a", "b"], [], ["b", "a"])).toEqual(["a", "b"]);
  expect(inPlace(["a", "b", "c"], ["b", "c", "a"], [])).toEqual(["b", "c", "a"]);
  // Gone for another reason, withdrawn by its owner: nothing keeps its place.
  expect(inPlace(["a", "b", "c"], ["a", "c"], [])).toEqual(["a", "c"]);
});
