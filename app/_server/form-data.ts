import { isSecret } from "@/lib/core/typed-text";

/** Names that React, Next and the gate add to a form; they are no input of an act. */
const ownField = /^(\$ACTION|_)/;
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

type Node = { [key: string]: Node | FormDataEntryValue | FormDataEntryValue[] };

/**
 * Turns a form into the object that an act's schema reads: dot paths nest ("ip.0.number"), runs of numbers become
 * arrays, rows may also be called `ip[0].number`, and "modes[]" is always an array. Empty text stays "", a file that nobody chose is none.
 */
export function formToObject(form: FormData): Record<string, unknown> {
  const root: Node = {};
  for (const name of new Set(form.keys())) {
    if (ownField.test(name)) continue;
    const many = name.endsWith("[]");
    const path = (many ? name.slice(0, -2) : name).replace(/\[(\d+)\]/g, ".$1").split(".");
    if (path.some((part) => forbidden.has(part))) continue;
    const values = form.getAll(name).filter((value) => !(many && value === "") && !isUnchosen(value));
    if (many || values.length > 0) place(root, path, many ? values : values.at(-1)!);
  }
  return withArrays(root) as Record<string, unknown>;
}

/** What a browser sends for a file that nobody chose. Of a form sent by script it arrives without a name, which React makes this word. */
function isUnchosen(value: FormDataEntryValue): boolean {
  return typeof value !== "string" && value.size === 0 && (value.name === "" || value.name === "undefined");
}

function place(node: Node, path: string[], value: FormDataEntryValue | FormDataEntryValue[]): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    node[head] = value;
    return;
  }
  const below = node[head];
  const next: Node = isNode(below) ? below : {};
  node[head] = next;
  place(next, rest, value);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}

function withArrays(value: unknown): unknown {
  if (!isNode(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => withArrays(value[key]));
  }
  return Object.fromEntries(keys.map((key) => [key, withArrays(value[key])]));
}

/** What is wrong in the order in which a reader meets it: a form sends its fields as they stand on the page. */
export function inPageOrder<T>(problems: Record<string, T>, form: FormData): [path: string, problem: T][] {
  const names = [...form.keys()].map((name) => name.replace(/^_(?:label|choice)\./, "").replace(/\[\]$/, ""));
  const placeOf = (path: string): number => {
    const at = names.findIndex((name) => name === path || name.startsWith(`${path}.`));
    return at >= 0 ? at : path.includes(".") ? placeOf(path.slice(0, path.lastIndexOf("."))) : names.length;
  };
  return Object.entries(problems).map((entry) => ({ entry, at: placeOf(entry[0]) })).sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

/** What was typed, so that it can be shown again. Passwords and files are never sent back. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (ownField.test(name) || isSecret(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    if (name.endsWith("[]")) kept[name] = texts;
    else if (texts.length > 0) kept[name] = texts.at(-1)!;
  }
  return kept;
}
