/** `faint`: words for what is missing. */
export type Cell = string | { text: string; href?: string; faint?: 1 };
export type ChartTable = {
  columns: readonly { label: string; figure?: boolean }[];
  /** First cell is the row's head; absences in words, links where rows lie behind. */
  rows: readonly (readonly Cell[])[];
  total?: readonly Cell[];
};

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const plain = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

function inner(cell: Cell): string {
  if (typeof cell === "string") return plain(cell);
  if (cell.href !== undefined) return `<a href="${plain(cell.href)}">${plain(cell.text)}</a>`;
  return cell.faint ? `<span class="text-ink-3">${plain(cell.text)}</span>` : plain(cell.text);
}

/**
 * The table behind a drawing, as text. A cockpit has a dozen of them with fifteen hundred elements that nobody looks at before
 * opening them: written by React, one by one, they took half of the page's time. All that stands in cells is escaped here.
 */
export function tableHtml({ columns, rows, total }: ChartTable, caption: string): string {
  const side = columns.map((column) => (column.figure ? ' class="figures"' : ""));
  const head = columns.map((column, index) => `<th scope="col"${side[index]}>${plain(column.label)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell, index) => (index === 0 ? `<th scope="row">${inner(cell)}</th>` : `<td${side[index] ?? ""}>${inner(cell)}</td>`)).join("")}</tr>`).join("");
  const foot = total ? `<tfoot><tr>${total.map((cell, index) => `<td${side[index] ?? ""}>${inner(cell)}</td>`).join("")}</tr></tfoot>` : "";
  return `<table class="w-full border-collapse text-note text-ink"><caption class="sr-only">${plain(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot}</table>`;
}
