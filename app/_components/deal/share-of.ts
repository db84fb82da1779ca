/** A share as typed, in per cent, to hundredths; NaN where it is no number. */
export function shareOf(typed: string | undefined): number {
  return Math.round(Number((typed ?? "").normalize("NFKC").replace("%", "")) * 100) / 100;
}
