import { warmSearch } from "@/lib/search/warm";

export const dynamic = "force-dynamic";

/** 200 while the process lives; looks at nothing else. The first probe lets it read ahead what searches need. */
export function GET(): Response {
  void warmSearch();
  return Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } });
}
