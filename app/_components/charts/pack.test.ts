import { expect, it } from "vitest";
import { draw, plain } from "./markup";
import { pack, unpack } from "./pack";

const evil = `{~}<script>&amp;"'\t\n\r\u0001`;
const row = (href: string | undefined, label: string, share: number) => draw("li", {}, draw(href ? "a" : "div", { href, "aria-label": `${label} ${share}` }, draw("span", {}, plain(label)), draw("svg", { class: "bar" }, draw("rect", { width: `${share}%` }))));

it.each([
  ["lines of one shape", [row("/c?a=1&k=x", "电子信息", 100), row("/c?a=1&k=xy", "电子商务", 94.25), row("/c?a=1", "", 0)]],
  ["lines of different shapes", [row("/c", "a", 1), row(undefined, "a", 1), row("/c", "a", 1), "<hr>", "<p>text</p>", "<p></p>", "<p>text</p>"]],
  ["whatever the words are", [row(evil, evil, 1), row(evil, `${evil}${evil}`, 2), row(evil, evil, 1)]],
  ["characters of two halves", [row("/", "𠮷🀄", 1), row("/", "𠮷🀅", 1), row("/", "𠮷", 1)]],
  ["long texts that begin alike", [row("/", "同".repeat(100), 1), row("/", `${"同".repeat(100)}异`, 1)]],
  ["pieces of a table", ["<table><tbody>", "<tr><td>1</td></tr>", "<tr><td>12</td></tr>", "</tbody></table>"]],
  ["nothing", []],
])("%s come out as they went in", (_, lines) => {
  const packed = pack(lines);
  expect(unpack(packed)).toBe(lines.join(""));
  expect(new TextDecoder().decode(new TextEncoder().encode(packed))).toBe(packed);
});

it("says what lines have in common once", () => {
  const lines = Array.from({ length: 50 }, (_, i) => row(`/cockpit/contracts?year=2026&amp;field=${i}`, `领域${i}`, i));
  expect(pack(lines).length).toBeLessThan(lines.join("").length / 4);
});
