import { readiness } from "@/lib/health/readiness";

export const dynamic = "force-dynamic";

/** 200 ready or degraded (search server down: the simple search answers), 503 without Postgres or with migrations missing. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, { status: state.status === "down" ? 503 : 200, headers: { "cache-control": "no-store" } });
}
