import { draw, percent, plain } from "./markup";

/** One line of a chart that is read like a list, as markup (`chart-rows` of the style sheet); where it leads down, the whole line is the way. `cells` are markup. */
export function rowMarkup({ href, spoken }: { href?: string | undefined; spoken?: string | undefined }, ...cells: readonly string[]): string {
  return draw("li", {}, href ? draw("a", { href, "aria-label": spoken }, ...cells) : draw("div", {}, ...cells));
}

/** A cell of such a line; `text` is text. The figure that the line is about is strong. */
export const cell = (text: string, look?: string): string => draw("span", { class: look }, plain(text));
export const mainFigure = (text: string): string => draw("b", {}, plain(text));

type Look = { share: number; color?: string | undefined; outline?: string | undefined };

/** One bar on a common scale, as markup; drawn as SVG because backgrounds are not printed. `share` is 0 to 1. */
export function barMarkup({ share, color, outline }: Look): string {
  const style = `${color ? `fill:${color};` : ""}${outline ? `stroke:${outline}` : ""}`;
  return draw("svg", { class: "bar", "aria-hidden": "true" }, draw("rect", { width: percent(Math.max(0, Math.min(1, share))), height: "100%", style: style || undefined }));
}
