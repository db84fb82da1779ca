import { expect, it } from "vitest";
import { unpack } from "./pack";
import { packTable, type ChartTable } from "./pack-table";

const tableHtml = (table: ChartTable, caption: string) => unpack(packTable(table, caption));

it("writes what stands in the cells and nothing that it could mean", () => {
  const evil = `<img src=x onerror="alert('1')">&`;
  const html = tableHtml({ columns: [{ label: evil }, { label: "b", figure: true }], rows: [[{ text: evil, href: `/x?y="><script>` }, evil], ["a", { text: evil, faint: 1 }]], total: [evil, "1"] }, evil);
  expect(html).not.toContain("<img");
  expect(html).not.toContain("<script");
  expect(html.match(/&lt;img src=x onerror=&quot;alert\(&#39;1&#39;\)&quot;&gt;&amp;/g)).toHaveLength(6);
  expect(html).toContain('<a href="/x?y=&quot;&gt;&lt;script&gt;">');
});

it("is a table whose rows have heads and whose figures stand at the right", () => {
  expect(tableHtml({ columns: [{ label: "年份" }, { label: "成交额", figure: true }], rows: [["2026", "301.4"]] }, "各年")).toBe(
    '<table class="w-full border-collapse text-note text-ink figures-after"><caption class="sr-only">各年</caption><thead><tr><th scope="col">年份</th><th scope="col">成交额</th></tr></thead><tbody><tr><th scope="row">2026</th><td>301.4</td></tr></tbody></table>',
  );
  expect(tableHtml({ columns: [{ label: "年份" }, { label: "成交额", figure: true }, { label: "来源" }], rows: [["2026", "301.4", "台账"]] }, "各年")).toBe(
    '<table class="w-full border-collapse text-note text-ink"><caption class="sr-only">各年</caption><thead><tr><th scope="col">年份</th><th scope="col" class="figures">成交额</th><th scope="col">来源</th></tr></thead><tbody><tr><th scope="row">2026</th><td class="figures">301.4</td><td>台账</td></tr></tbody></table>',
  );
});

it("leads from every cell where it led before", () => {
  const rows = ["/c?a=1&k=x", "/c?a=1&k=xy", "/c?a=1"].map((href) => [{ text: href === "/c?a=1&k=x" ? "&k=x" : "y", href }, ""]);
  const html = tableHtml({ columns: [{ label: "a" }, { label: "b" }], rows }, "c");
  expect([...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href?.replace("&amp;", "&"))).toEqual(["/c?a=1&k=x", "/c?a=1&k=xy", "/c?a=1"]);
  expect(html.match(/<td><\/td>/g)).toHaveLength(3);
});

it("has a body without rows where there are none", () => {
  expect(tableHtml({ columns: [{ label: "a" }], rows: [] }, "c")).toContain("<tbody></tbody>");
});
