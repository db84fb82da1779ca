/** A sparse matrix by rows: row i holds columns[starts[i]…starts[i+1]) with their values. */
export interface SparseMatrix { size: number; starts: Int32Array; columns: Int32Array; values: Float32Array }

/** Lets other work of the process run; called every few milliseconds of calculation. */
export type Breathe = () => Promise<void>;

/** result = matrix · dense, or its transpose · dense; dense is size × width by rows. */
async function times(matrix: SparseMatrix, dense: Float32Array, width: number, transposed: boolean, breathe: Breathe): Promise<Float32Array> {
  const out = new Float32Array(matrix.size * width);
  for (let row = 0; row < matrix.size; row++) {
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++) {
      const value = matrix.values[at]!, column = matrix.columns[at]!;
      const from = (transposed ? row : column) * width, to = (transposed ? column : row) * width;
      for (let i = 0; i < width; i++) out[to + i]! += value * dense[from + i]!;
    }
    if (row % 100 === 0) await breathe();
  }
  return out;
}

/** Adds the columns of a size × width matrix to an orthonormal basis, each without what the basis has of it (Gram-Schmidt, twice: once leaves what cancels out). */
async function extend(basis: Float64Array[], dense: Float32Array, size: number, width: number, breathe: Breathe): Promise<void> {
  for (let c = 0; c < width; c++) {
    const column = Float64Array.from({ length: size }, (_, r) => dense[r * width + c]!);
    let norm = 0;
    for (let pass = 0; pass < 2; pass++) {
      for (const other of basis) {
        let dot = 0;
        for (let r = 0; r < size; r++) dot += column[r]! * other[r]!;
        for (let r = 0; r < size; r++) column[r]! -= dot * other[r]!;
      }
      norm = 0;
      for (let r = 0; r < size; r++) norm += column[r]! * column[r]!;
      const scale = norm > 1e-20 ? 1 / Math.sqrt(norm) : 0;
      for (let r = 0; r < size; r++) column[r]! *= scale;
      await breathe();
    }
    basis.push(column);
  }
}

/** Columns as a size × width matrix by rows. */
function byRows(columns: readonly Float64Array[], size: number): Float32Array {
  const out = new Float32Array(size * columns.length);
  for (const [c, column] of columns.entries()) for (let r = 0; r < size; r++) out[r * columns.length + c] = column[r]!;
  return out;
}

/** Eigenvalues and vectors (rows of the second result) of a small symmetric matrix: cyclic Jacobi rotations. */
async function eigen(matrix: Float64Array, n: number, breathe: Breathe): Promise<{ values: Float64Array; vectors: Float64Array }> {
  const a = Float64Array.from(matrix), v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0, all = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) { const x = a[i * n + j]! ** 2; all += x; if (i !== j) off += x; }
    if (off <= all * 1e-12) break;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q]!;
        if (Math.abs(apq) < 1e-14) continue;
        const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1), s = t * c;
        for (let k = 0; k < n; k++) {
          const x = a[p * n + k]!, y = a[q * n + k]!;
          a[p * n + k] = c * x - s * y;
          a[q * n + k] = s * x + c * y;
        }
        for (let k = 0; k < n; k++) {
          const x = a[k * n + p]!, y = a[k * n + q]!;
          a[k * n + p] = c * x - s * y;
          a[k * n + q] = s * x + c * y;
          const vx = v[p * n + k]!, vy = v[q * n + k]!;
          v[p * n + k] = c * vx - s * vy;
          v[q * n + k] = s * vx + c * vy;
        }
      }
      await breathe();
    }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors: v };
}

/** Directions that are started from, as a share of those wanted, and how often the matrix is put to them. */
const BLOCK = 0.4;
const STEPS = 6;

/** Seeded numbers between −1 and 1 (mulberry32): a weaker generator gives worse vectors (docs/decisions/0020-matching.md). */
function noise(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x80000000 - 1;
  };
}

/**
 * The left singular vectors of a sparse square matrix times the root of their singular values, one row of
 * `dimensions` numbers per row of the matrix. A block Krylov method (Musco and Musco 2015): unlike power iterations it keeps the space of
 * every step, so at the same price the vectors are closer to those of the matrix (docs/decisions/0020-matching.md).
 * @param seeds one for each row, of what the row stands for: the same texts then give the same vectors whatever order they were read in
 */
export async function sparseFactors(matrix: SparseMatrix, dimensions: number, seeds: Int32Array, breathe: Breathe): Promise<Float32Array> {
  const { size } = matrix, block = Math.ceil(dimensions * BLOCK);
  let part: Float32Array = new Float32Array(size * block);
  for (let row = 0; row < size; row++) {
    const random = noise(seeds[row]!);
    for (let i = row * block; i < (row + 1) * block; i++) part[i] = random();
  }
  const found: Float64Array[] = [];
  for (let step = 0; step < STEPS; step++) {
    if (step > 0) part = await times(matrix, part, block, true, breathe);
    part = await times(matrix, part, block, false, breathe);
    await extend(found, part, size, block, breathe);
    part = byRows(found.slice(-block), size);
  }
  const width = found.length, basis = byRows(found, size);
  const projected = await times(matrix, basis, width, true, breathe);
  const gram = new Float64Array(width * width);
  for (let row = 0; row < size; row++) {
    const at = row * width;
    for (let i = 0; i < width; i++) { const x = projected[at + i]!; for (let j = i; j < width; j++) gram[i * width + j]! += x * projected[at + j]!; }
    if (row % 200 === 0) await breathe();
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) gram[i * width + j] = gram[j * width + i]!;
  const { values, vectors } = await eigen(gram, width, breathe);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, dimensions);
  const out = new Float32Array(matrix.size * dimensions);
  for (let row = 0; row < matrix.size; row++) {
    for (const [d, e] of order.entries()) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += basis[row * width + i]! * vectors[e * width + i]!;
      // The value is the square of the singular value; its fourth root is the root of that.
      out[row * dimensions + d] = sum * Math.max(0, values[e]!) ** 0.25;
    }
    if (row % 100 === 0) await breathe();
  }
  return out;
}
