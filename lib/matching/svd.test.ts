import { describe, expect, it } from "vitest";
import { sparseFactors, type SparseMatrix } from "@/lib/matching/svd";

/** A matrix by its entries [row, column, value]. */
function sparse(size: number, entries: [number, number, number][]): SparseMatrix {
  const sorted = entries.toSorted(([a, i], [b, j]) => a - b || i - j);
  return {
    size, columns: Int32Array.from(sorted, ([, column]) => column), values: Float32Array.from(sorted, ([, , value]) => value),
    starts: Int32Array.from({ length: size + 1 }, (_, row) => sorted.filter(([at]) => at < row).length),
  };
}

const breathe = () => Promise.resolve();
const seedsOf = (size: number, from = 0) => Int32Array.from({ length: size }, (_, row) => row * 7919 + from);
/** Column d of the factors. */
const column = (factors: Float32Array, size: number, dimensions: number, d: number) => Array.from({ length: size }, (_, row) => factors[row * dimensions + d]!);

describe("the factors of a sparse matrix", () => {
  it("are its left singular vectors times the root of their singular values, the heaviest first", async () => {
    // Row r holds one value, in another column: r is a left singular vector by itself, its value the singular value.
    const size = 120, value = (row: number) => 100 * 0.85 ** ((row * 37) % size);
    const factors = await sparseFactors(sparse(size, Array.from({ length: size }, (_, row) => [row, (row + 5) % size, value(row)])), 10, seedsOf(size), breathe);
    const heaviest = Array.from({ length: size }, (_, row) => row).sort((a, b) => value(b) - value(a));
    for (let d = 0; d < 5; d++) {
      const numbers = column(factors, size, 10, d), row = heaviest[d]!;
      expect(Math.abs(numbers[row]!)).toBeCloseTo(Math.sqrt(value(row)), 1);
      expect(Math.max(...numbers.filter((_, at) => at !== row).map(Math.abs))).toBeLessThan(0.1);
    }
  });

  it("give the matrix back where it has no more directions than are wanted", async () => {
    // Two groups of rows: of rank two, far below the width of what is looked for.
    const size = 40, entries: [number, number, number][] = [];
    for (let row = 0; row < size; row++) for (let at = 0; at < size; at++) if (row % 2 === at % 2) entries.push([row, at, row % 2 ? 3 : 1]);
    const factors = await sparseFactors(sparse(size, entries), 4, seedsOf(size, 3), breathe);
    const product = (a: number, b: number) => [0, 1, 2, 3].reduce((sum, d) => sum + factors[a * 4 + d]! * factors[b * 4 + d]!, 0);
    // U·S·Uᵀ is the matrix itself, as it is symmetric and has no negative direction.
    expect(product(1, 3)).toBeCloseTo(3, 3);
    expect(product(0, 2)).toBeCloseTo(1, 3);
    expect(product(0, 1)).toBeCloseTo(0, 3);
  });
});
