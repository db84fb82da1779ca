/** How a bound is written before a number. */
export const AT_LEAST: readonly string[] = ["≥", ">=", ">", "不低于", "不小于", "不少于"];
export const AT_MOST: readonly string[] = ["≤", "<=", "<", "不高于", "不大于", "不超过"];
/** Between the two ends of a range. */
export const UNTIL: readonly string[] = ["-", "–", "—", "~", "～", "至", "到"];
