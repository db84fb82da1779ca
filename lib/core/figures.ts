const minus = "\u2212";

/** 3412 as "3,412". */
export function formatCount(count: number): string {
  return (count < 0 ? minus : "") + Math.abs(Math.round(count)).toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number with fixed decimals and thousands commas, minus as U+2212. */
export function formatNumber(value: number, decimals: number): string {
  const [whole = "0", part] = Math.abs(value).toFixed(decimals).split(".");
  const negative = value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0;
  return (negative ? minus : "") + whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
}

/** A share 0–1 as per cent with one decimal; a share too small for it is "<0.1%", never nothing. */
export function formatPercent(share: number, decimals = 1): string {
  const figure = formatNumber(share * 100, decimals);
  return share > 0 && !/[1-9]/.test(figure) ? `<${formatNumber(10 ** -decimals, decimals)}%` : `${figure}%`;
}
