import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createElement, type ReactNode } from "react";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import theirs from "use-intl/format-message";
import { expect, it } from "vitest";
import ours from "./format-message";

/** Besides words the catalog of /design holds figures. */
type Tree = { [key: string]: string | number | null | Tree };

const folder = path.join(import.meta.dirname, "zh-CN");
const all = readdirSync(folder).flatMap((file) => flat(JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Tree, file));

function flat(tree: Tree, name: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => (typeof value === "string" ? [[`${name} ${key}`, value]] : typeof value === "object" && value ? flat(value, `${name} ${key}`) : []));
}

/** Every name in a message with something in it: a number where it is counted, one of its cases where there are some, an element for a tag. */
function sample(message: string, n: number) {
  const values: Record<string, unknown> = {};
  for (const [, name = "", kind = ""] of message.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g)) values[name] ??= kind === "plural" || kind === "number" || kind === "selectordinal" ? n : kind === "date" || kind === "time" ? new Date(0) : `<${name}>`;
  for (const [, name = "", cases = ""] of message.matchAll(/\{\s*(\w+)\s*,\s*select\s*,([\s\S]*)/g)) values[name] = [...cases.matchAll(/(\w+)\s*\{/g)][n]?.[1] ?? "other";
  for (const [, tag = ""] of message.matchAll(/<(\w+)>/g)) values[tag] = (chunks: ReactNode) => createElement("b", { key: tag }, chunks);
  return Object.keys(values).length > 0 ? values : undefined;
}

it("says every message of the catalogs as next-intl's own formatter does", () => {
  const cache = _createCache(), options = { cache, formatters: _createIntlFormatters(cache), locale: "zh-CN", timeZone: "Asia/Shanghai" };
  const wrong = all.flatMap(([key, message]) => [0, 1, 2, 3, 1234].flatMap((n) => {
    const said = (format: typeof theirs) => JSON.stringify(format(key, message, sample(message, n) as never, options));
    return said(theirs) === said(ours) ? [] : [`${key}: ${said(theirs)} / ${said(ours)}`];
  }));
  expect(all.length).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
});
