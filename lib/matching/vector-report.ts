import { db } from "@/db/client";
import { vectorReports } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { configuredEmbedder, type Embedder } from "@/lib/matching/embedding";
import { keepVectors, type VectorRun } from "@/lib/matching/keep-vectors";

export type VectorReport = typeof vectorReports.$inferSelect;

/**
 * Job of the worker. What it experienced is put down: a page runs in another process, for which the service may be
 * well or ill at another time.
 */
export async function followVectors(run: () => Promise<VectorRun> = keepVectors, service: Embedder | null = configuredEmbedder()): Promise<void> {
  try {
    await note(service, { lacking: (await run()).lacking, problem: null });
  } catch (error) {
    await note(service, { problem: (error instanceof Error ? error.message : String(error)).slice(0, 300) });
    throw error;
  }
}

async function note(service: Embedder | null, run: { lacking?: number; problem: string | null }): Promise<void> {
  const [before] = await db().select().from(vectorReports);
  const known = before?.service === (service?.name ?? null) ? before : undefined;
  const { workedAt, failedAt, problem: failure } = service?.state() ?? { workedAt: null, failedAt: null, problem: null };
  const report = {
    ranAt: clock.now(), problem: run.problem, service: service?.name ?? null, lacking: run.lacking ?? known?.lacking ?? 0,
    workedAt: workedAt ?? known?.workedAt ?? null, failedAt: failedAt ?? known?.failedAt ?? null, failure: failure ?? known?.failure ?? null,
  };
  await db().insert(vectorReports).values({ id: 1, ...report }).onConflictDoUpdate({ target: vectorReports.id, set: report });
}

/** Did the worker fail to make vectors, or to reach the service it is configured with, when it tried last? */
export function vectorsFail(report: VectorReport | null, service: Embedder | null = configuredEmbedder()): boolean {
  if (!report) return false;
  return report.problem !== null || serviceFails(report, service);
}

export function serviceFails({ service: asked, workedAt, failedAt }: VectorReport, service: Embedder | null = configuredEmbedder()): boolean {
  return service !== null && asked === service.name && failedAt !== null && (workedAt === null || failedAt > workedAt);
}

/** What the worker saw last; null where it never ran. For operators only. */
export async function findVectorReport(actor: Person): Promise<VectorReport | null> {
  if (!actor.operator) throw new NotFound();
  const [report] = await db().select().from(vectorReports);
  return report ?? null;
}
