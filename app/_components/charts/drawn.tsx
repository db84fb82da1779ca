"use client";

import { unpack } from "./pack";
import { rememberedText } from "./remembered-text";

const unpacked = rememberedText(unpack);

/** Lines of a drawing or a table; it runs in the browser, too, so that React looks at one text and not at a thousand elements. @param lines `pack` of what `draw` made */
export function Drawn({ as: Element = "div", lines, ...look }: { as?: "div" | "g" | "ul"; lines: string; className?: string }) {
  return <Element {...look} dangerouslySetInnerHTML={{ __html: unpacked(lines) }} />;
}
