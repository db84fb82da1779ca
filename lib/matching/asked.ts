import { ABOUT_THE_ASKER, ASKER_BEGINS, NUMERALS } from "@/lib/matching/data/asker-headings";

const aboutTheAsker = new RegExp(ABOUT_THE_ASKER.join("|"));
/** 现有工作基础(包括已投入资金): as a paragraph begins, or on a line of its own. */
const HEADING = new RegExp(`^[\\s\\d.\\u3001,${NUMERALS}()]*([\\u4e00-\\u9fff]{2,14})(\\([^()]{0,40}\\))?\\s*(:|$)`);

/**
 * The part of a need's text that asks. An enterprise that describes its laboratory and its staff wants neither. Only the
 * paragraph under such a heading is left out: what follows it may be an element or an indicator without one.
 * @param text normalised
 */
export function askedOf(text: string): string {
  if (!aboutTheAsker.test(text)) return text;
  const kept: string[] = [];
  let announced = false;
  for (const line of text.split("\n")) {
    const heading = HEADING.exec(line.trimEnd());
    const alone = heading?.[3] === "";
    const about: boolean = heading ? aboutTheAsker.test(heading[1]!) && (!alone || ASKER_BEGINS.some((word) => heading[1]!.startsWith(word))) : announced;
    announced = about && alone;
    if (!about) kept.push(line);
  }
  return kept.join("\n").trim() || text;
}
