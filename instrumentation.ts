/** Runs once before the first request: an unsafe production process ends instead of serving, and serves nothing until it could find out. */
export async function register(): Promise<void> {
  // One block and no early return: so the compiler leaves it out for the edge runtime, where `process.exit` is a warning at every page.
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { untilAsked } = await import("@/lib/health/start-check");
    let asked = false;
    const asking = untilAsked().then((refusals) => {
      if (refusals.length > 0) {
        console.error(`The site does not start with this environment:\n  ${refusals.join("\n  ")}`);
        process.exit(78);
      }
      asked = true;
    });
    // A database that is away must not keep the process from saying that it lives.
    await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
    const [{ guardEveryAnswer }, { env }] = await Promise.all([import("@/app/_server/every-answer"), import("@/lib/core/env")]);
    guardEveryAnswer(() => env().publicUrl, () => asked);
    const { keepDictionaryCurrent } = await import("@/lib/dictionary/keep-current");
    keepDictionaryCurrent();
  }
}
