/** Characters of dates. They are data: the rules live in `lib/core/dates.ts`. */
export const dateWords = { year: "年", month: "月", day: "日" } as const;
export const weekdayWords = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"] as const;
export const writtenDate = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/u;
