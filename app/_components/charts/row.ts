import { draw, plain } from "./markup";

/** One line of a chart that is read like a list, as markup; where it leads down, the whole line is the way. `cells` are markup. */
export function rowMarkup(columns: string, { href, spoken }: { href?: string | undefined; spoken?: string | undefined }, ...cells: readonly string[]): string {
  const look = `${columns} min-h-9 border-t border-line py-1.5 text-ink`;
  const line = href ? draw("a", { href, "aria-label": spoken, class: `${look} hover:bg-sunken hover:text-ink hover:no-underline` }, ...cells) : draw("div", { class: look }, ...cells);
  return draw("li", {}, line);
}

/** A cell of such a line; `text` is text. */
export const cell = (look: string, text: string): string => draw("span", { class: look }, plain(text));
