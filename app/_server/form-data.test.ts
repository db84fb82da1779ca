import { expect, test } from "vitest";
import { formToObject, inPageOrder, typedValues } from "./form-data";

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("dots nest, numbers make arrays, brackets make lists", () => {
  expect(formToObject(form(["title", " t "], ["ip.0.kind", "a"], ["ip.2.kind", "b"], ["rows[1].a", "2"], ["rows[0].a", "1"], ["elements.method", ""], ["modes[]", "x"], ["modes[]", "y"], ["one[]", "z"]))).toEqual({
    title: " t ", ip: [{ kind: "a" }, { kind: "b" }], rows: [{ a: "1" }, { a: "2" }], elements: { method: "" }, modes: ["x", "y"], one: ["z"],
  });
});

test("what the gate and the framework add is no input; nothing reaches the prototype", () => {
  const read = formToObject(form(["_org", "a"], ["_key", "k"], ["$ACTION_ID_1", ""], ["_label.title", "T"], ["__proto__.x", "1"], ["a.constructor.b", "1"], ["ok", "1"]));
  expect(read).toEqual({ ok: "1" });
  expect(({} as { x?: string }).x).toBeUndefined();
});

test("a file that nobody chose is none, with script or without; an empty one is a file", () => {
  const [byScript, plain, empty] = [new File([], undefined as never), new File([], ""), new File([], "a.xlsx")];
  const data = new FormData();
  for (const [name, file] of [["byScript", byScript], ["plain", plain], ["empty", empty], ["many[]", plain]] as const) data.append(name, file);
  expect(formToObject(data)).toEqual({ empty, many: [] });
});

test("passwords are never sent back", () => {
  expect(typedValues(form(["email", "a@b"], ["password", "secret"], ["roles[]", "x"], ["_org", "o"]))).toEqual({ email: "a@b", "roles[]": ["x"] });
});

test("problems come in the order of the page, those of the whole form last", () => {
  const page = form(["_label.name", "N"], ["name", ""], ["_label.email", "E"], ["email", ""], ["_choice.modes[]", "M"], ["rows.0.a", ""], ["_label.consent", "C"]);
  expect(inPageOrder({ email: 1, consent: 2, whole: 3, "rows.1.a": 4, name: 5, modes: 6, rows: 7 }, page).map(([path]) => path)).toEqual(["name", "email", "modes", "rows.1.a", "rows", "consent", "whole"]);
});
