/** Runs once before the first request: an unsafe production process ends instead of serving. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startRefusals } = await import("@/lib/health/start-check");
  const refusals = await startRefusals();
  if (refusals.length === 0) {
    const [{ guardEveryAnswer }, { env }] = await Promise.all([import("@/app/_server/every-answer"), import("@/lib/core/env")]);
    guardEveryAnswer(() => env().publicUrl);
    const { keepDictionaryCurrent } = await import("@/lib/dictionary/keep-current");
    keepDictionaryCurrent();
    return;
  }
  console.error(`The site does not start with this environment:\n  ${refusals.join("\n  ")}`);
  process.exit(78);
}
