/** One line of the table and of var/bench.json. */
export interface Figure { name: string; ours: number; reference: number; ratio: number; unit: string; note: string }

export const say = (line: string): void => { process.stderr.write(`${line}\n`); };
export const word = (kept: boolean): string => (kept ? "kept" : "MISSED");

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Times of one round of a pair A B A B. */
export interface Round { ours: number[]; reference: number[] }

/** One quantile of both sides: the median of the rounds, and of their ratios. */
export function paired(name: string, rounds: readonly Round[], share: number, unit: string, note: (figure: Omit<Figure, "note">) => string): Figure {
  const sides = rounds.map((round) => ({ ours: quantile(round.ours, share), reference: quantile(round.reference, share) }));
  const figure = { name, ours: median(sides.map((s) => s.ours)), reference: median(sides.map((s) => s.reference)), ratio: median(sides.map((s) => s.ours / s.reference)), unit };
  return { ...figure, note: note(figure) };
}

export function show({ name, ours, reference, ratio, unit, note }: Figure): void {
  process.stdout.write(`${name.padEnd(34)} ours ${ours.toFixed(1).padStart(8)}  reference ${reference.toFixed(1).padStart(8)} ${unit.padEnd(10)} ratio ${ratio.toFixed(2)}  (${note})\n`);
}

export const figureOf = (name: string, ours: number, reference: number, unit: string, note: string): Figure => ({ name, ours, reference, ratio: ours / reference, unit, note });
