/** What people type where there is nothing to say. */
const nothing = /^[\s\-\u2013\u2014\u2212/]*$/u;

/** A typed figure with its unit, as far as there is one: empty where only a dash stands, and without a unit where it is no number. */
export function figureText(value: string | null | undefined, unit: string | null | undefined, between = ""): string {
  if (!value || nothing.test(value)) return "";
  return /\d/.test(value.normalize("NFKC")) && unit && !nothing.test(unit) ? `${value}${between}${unit}` : value;
}
