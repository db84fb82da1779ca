import { plain } from "./markup";
import { pack } from "./pack";

/** `faint`: words for what is missing. */
export type Cell = string | { text: string; href?: string; faint?: 1 };
export type ChartTable = {
  columns: readonly { label: string; figure?: boolean }[];
  /** First cell is the row's head; absences in words, links where rows lie behind. */
  rows: readonly (readonly Cell[])[];
  total?: readonly Cell[];
};

/**
 * The table behind a drawing, packed: written by React, one element after the other, a cockpit's tables took half of the page's time.
 * All that stands in cells is escaped here.
 */
export function packTable({ columns, rows, total }: ChartTable, caption: string): string {
  // Figures after one name is what nearly all are: said once, not of each cell.
  const usual = columns.every((column, index) => Boolean(column.figure) === index > 0);
  const side = (index: number) => (!usual && columns[index]?.figure ? ' class="figures"' : "");
  const inner = (cell: Cell) => {
    if (typeof cell === "string") return plain(cell);
    if (cell.href !== undefined) return `<a href="${plain(cell.href)}">${plain(cell.text)}</a>`;
    return cell.faint ? `<span class="text-ink-3">${plain(cell.text)}</span>` : plain(cell.text);
  };
  const line = (cells: readonly Cell[], head: boolean) => `<tr>${cells.map((cell, index) => (head && index === 0 ? `<th scope="row">${inner(cell)}</th>` : `<td${side(index)}>${inner(cell)}</td>`)).join("")}</tr>`;
  const above = columns.map(({ label }, index) => `<th scope="col"${side(index)}>${plain(label)}</th>`).join("");
  return pack([
    `<table class="w-full border-collapse text-note text-ink${usual ? " figures-after" : ""}"><caption class="sr-only">${plain(caption)}</caption><thead><tr>${above}</tr></thead><tbody>`,
    ...rows.map((row) => line(row, true)),
    `</tbody>${total === undefined ? "" : `<tfoot>${line(total, false)}</tfoot>`}</table>`,
  ]);
}
