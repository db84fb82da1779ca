/** What stands under such a heading tells of the asker, not of what is asked for: 企业技术需求征集表 wants both in one text. */
const ABOUT_THE_ASKER = /基础|简介|概况|合作方式|投入|经费/;
/** 现有工作基础(包括已投入资金): as a paragraph begins, or on a line of its own. */
const HEADING = /^[\s\d.、,一二三四五六七八九十()]*([\u4e00-\u9fff]{2,14})(\([^()]{0,40}\))?\s*(:|$)/;

/**
 * The part of a need's text that asks. An enterprise that describes its laboratory and its staff wants neither. Only the
 * paragraph under such a heading is left out: what follows it may be an element or an indicator without one.
 * @param text normalised
 */
export function askedOf(text: string): string {
  if (!ABOUT_THE_ASKER.test(text)) return text;
  const kept: string[] = [];
  let announced = false;
  for (const line of text.split("\n")) {
    const heading = HEADING.exec(line.trimEnd());
    const about: boolean = heading ? ABOUT_THE_ASKER.test(heading[1]!) : announced;
    announced = about && heading?.[3] === "";
    if (!about) kept.push(line);
  }
  return kept.join("\n").trim() || text;
}
