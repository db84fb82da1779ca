import { expect, test } from "vitest";
import { askedQuestion } from "./asked-question";

const ask = (problems: Record<string, string>, values: Record<string, string>) => askedQuestion({ ok: false, problems, values }, "joins", "number");
const along = { joinsOf: "A1", joinsQuestion: "Is it the same?" };

test("nothing is asked until the answer asks, and of another value nothing was asked", () => {
  expect(askedQuestion({}, "joins", "number")).toBeNull();
  expect(ask({ date: "Which day?" }, { number: "A1" })).toBeNull();
  expect(ask({ date: "Which day?" }, { ...along, number: "B2" })).toBeNull();
  expect(ask({ joins: "Is this one?" }, { ...along, number: "B2" })).toEqual({ of: "B2", sentence: "Is this one?", open: true });
});

test("a question without an answer stays while the form is refused for another field, or for its own being empty", () => {
  const question = { of: "A1", sentence: "Is it the same?", open: true };
  expect(ask({ joins: "Is it the same?" }, { number: "A1" })).toEqual(question);
  expect(ask({ date: "Which day?" }, { ...along, number: "A1" })).toEqual(question);
  expect(ask({ number: "Which number?" }, { ...along, number: "" })).toEqual(question);
});

test("an answer stays as well", () => {
  expect(ask({ date: "Which day?" }, { ...along, number: "A1", joins: "on" })).toEqual({ of: "A1", sentence: "Is it the same?", open: false });
  expect(ask({ number: "Which number?" }, { ...along, number: "", joins: "on" })?.open).toBe(false);
});
