import { plain } from "./markup";

/** `faint`: words for what is missing. */
export type Cell = string | { text: string; href?: string; faint?: 1 };
export type ChartTable = {
  columns: readonly { label: string; figure?: boolean }[];
  /** First cell is the row's head; absences in words, links where rows lie behind. */
  rows: readonly (readonly Cell[])[];
  total?: readonly Cell[];
};

/** The table behind a drawing on its way to the browser; see `packTable`. */
export type PackedTable = { heads: string; rows: string; total?: string; way?: string };

/** Ends a cell whose address ends with its text, as that of an institution does. */
const named = "\u0004";
const [link, faint, figure] = ["\u0001", "\u0002", "\u0003"];

/** What all these addresses begin with. */
function commonStart(addresses: readonly string[]): string {
  const [first = "", ...others] = addresses;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/**
 * A cockpit has a dozen tables with two thousand cells. React looks at each value that it sends to the browser, and writes each
 * twice, so they go as a few long texts: rows in lines, cells between tabs, what addresses have in common (`way`) once.
 */
export function packTable({ columns, rows, total }: ChartTable): PackedTable {
  const way = commonStart([...rows, total ?? []].flat().flatMap((cell) => (typeof cell !== "string" && cell.href !== undefined ? [cell.href] : [])));
  const said = (text: string) => text.replace(/\p{Cc}/gu, " ");
  const packed = (cell: Cell) => {
    if (typeof cell === "string") return said(cell);
    if (cell.href === undefined) return said(cell.text) + (cell.faint ? faint : "");
    const end = cell.href.slice(way.length);
    return end === cell.text ? end + named : `${said(cell.text)}${link}${end}`;
  };
  const line = (cells: readonly Cell[]) => cells.map(packed).join("\t");
  return {
    heads: columns.map((column) => (column.figure ? said(column.label) + figure : said(column.label))).join("\t"), rows: rows.map(line).join("\n"),
    ...(total ? { total: line(total) } : {}), ...(way ? { way } : {}),
  };
}

/**
 * The table as markup: written by React, one element after the other, a cockpit's tables took half of the page's time.
 * All that stands in cells is escaped here.
 */
export function tableHtml({ heads, rows, total, way = "" }: PackedTable, caption: string): string {
  const columns = heads.split("\t").map((head) => (head.endsWith(figure) ? { label: head.slice(0, -1), side: ' class="figures"' } : { label: head, side: "" }));
  const inner = (cell: string) => {
    if (cell.endsWith(faint)) return `<span class="text-ink-3">${plain(cell.slice(0, -1))}</span>`;
    const leading = (text: string, end: string) => `<a href="${plain(way + end)}">${plain(text)}</a>`;
    if (cell.endsWith(named)) return leading(cell.slice(0, -1), cell.slice(0, -1));
    const at = cell.indexOf(link);
    return at < 0 ? plain(cell) : leading(cell.slice(0, at), cell.slice(at + 1));
  };
  const line = (cells: string, head: boolean) => `<tr>${cells.split("\t").map((cell, index) => (head && index === 0 ? `<th scope="row">${inner(cell)}</th>` : `<td${columns[index]?.side ?? ""}>${inner(cell)}</td>`)).join("")}</tr>`;
  const above = columns.map(({ label, side }) => `<th scope="col"${side}>${plain(label)}</th>`).join("");
  const body = rows ? rows.split("\n").map((row) => line(row, true)).join("") : "";
  return `<table class="w-full border-collapse text-note text-ink"><caption class="sr-only">${plain(caption)}</caption><thead><tr>${above}</tr></thead><tbody>${body}</tbody>${total === undefined ? "" : `<tfoot>${line(total, false)}</tfoot>`}</table>`;
}
