const interactive = Boolean(process.stdout.isTTY);
let lineOpen = false;

function clearLine(): void {
  if (!lineOpen) return;
  process.stdout.write("\r\x1b[K");
  lineOpen = false;
}

/** One line for people on stdout; never tears a running bar apart. */
export function say(message: string): void {
  clearLine();
  process.stdout.write(`${message}\n`);
}

/** What went wrong, on stderr. */
export function complain(message: string): void {
  clearLine();
  process.stderr.write(`${message}\n`);
}

/** What went wrong, for a person: Drizzle's own message is the query, and what happened to it stands in the cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error && error.message.startsWith("Failed query")) return `The database could not be asked: ${reasonOf(error.cause)}`;
  // An address of several hosts fails with all of their errors and no message.
  if (error instanceof AggregateError && !error.message) return error.errors.map(reasonOf).join("; ");
  return error.message;
}

/**
 * Progress of long work: on a terminal one line that is rewritten, elsewhere (CI, a file) a line at each tenth or every five seconds.
 */
export function progressLine(title: string): { update(message: string, done: number, total: number): void; done(message: string): void } {
  const began = Date.now();
  let phase = { total: 0, from: 0, began };
  let lastLine = 0;
  let lastTenth = -1;
  return {
    update(message, done, total) {
      const share = total > 0 ? Math.min(1, done / total) : 0;
      // Work in several phases counts anew in each; only a phase's own speed says how long it still takes.
      if (total !== phase.total) phase = { total, from: done, began: Date.now() };
      const pace = (Date.now() - phase.began) / (done - phase.from);
      const left = done - phase.from >= 2 && done < total ? `, about ${duration(pace * (total - done))} left` : "";
      const text = `${title}: ${String(Math.round(share * 100)).padStart(3)} % ${message} (${done}/${total}${left})`;
      if (interactive) {
        process.stdout.write(`\r\x1b[K${text.slice(0, Math.max(20, (process.stdout.columns ?? 100) - 1))}`);
        lineOpen = true;
        return;
      }
      const tenth = Math.floor(share * 10);
      if (tenth === lastTenth && Date.now() - lastLine < 5_000) return;
      lastTenth = tenth;
      lastLine = Date.now();
      process.stdout.write(`${text}\n`);
    },
    done(message) {
      say(`${title}: ${message} (${duration(Date.now() - began)})`);
    },
  };
}

/** 1234 → "1.2 s", 83000 → "1 min 23 s" */
export function duration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
