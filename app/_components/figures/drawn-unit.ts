/** The unit of a drawing and its table. Below one hundred million yuan nothing but noughts would be left of it in yi. @param largestFen in fen */
export const drawnUnit = (largestFen: number): "wan" | "yi" => (largestFen < 10_000_000_000 ? "wan" : "yi");
