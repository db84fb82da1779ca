import { formatAmount } from "@/lib/core/money";

/** The unit of a drawing and its table. Below one hundred million yuan nothing but noughts would be left of it in yi. @param largestFen in fen */
export const drawnUnit = (largestFen: number): "wan" | "yi" => (largestFen < 10_000_000_000 ? "wan" : "yi");

const hundredYi = 1_000_000_000_000;

/** 亿元 in a square of the smallest phone, which has room for four digits; the table below says it in full. */
export function tileAmount(fen: number): string {
  return formatAmount(fen, "yi", Math.abs(fen) < hundredYi ? 2 : 1);
}
