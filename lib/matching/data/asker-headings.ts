/** What stands under such a heading tells of the asker, not of what is asked for: 企业技术需求征集表 wants both in one text. */
export const ABOUT_THE_ASKER = ["基础", "简介", "概况", "合作方式", "投入", "经费"];
export const NUMERALS = "一二三四五六七八九十";
/** How such a heading begins where no colon follows it: 桩基础 alone on a line is a product. */
export const ASKER_BEGINS = ["现有", "工作", "前期", "企业", "公司", "单位", "合作", "已"];
