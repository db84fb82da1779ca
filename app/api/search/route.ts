import { readSearch } from "@/lib/search/address";
import { FACETS } from "@/lib/engine/port";
import { findListings } from "@/lib/search/find-listings";

export const dynamic = "force-dynamic";

/** The search as JSON: the same parameters and the same function as the page; `facets=industry,district` counts only these groups. Public fields only. */
export async function GET(request: Request): Promise<Response> {
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    const known = params[name];
    params[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  const address = readSearch(params);
  const counted = [params["facets"]].flat().flatMap((names) => names?.split(",") ?? []);
  const { hits, ...rest } = await findListings(address, params["facets"] === undefined ? FACETS : FACETS.filter((facet) => counted.includes(facet)));
  return Response.json({
    ...rest, page: address.page, size: address.size,
    hits: hits.map(({ document, score, titleRanges, excerpt }) => ({
      id: document.id, kind: document.kind, number: document.number, title: document.title, titleRanges, excerpt, score,
      organisationId: document.organisationId, organisationName: document.organisationName, industry: document.industry, field: document.field,
      district: document.district, maturity: document.maturity, modes: document.modes, ipKinds: document.ipKinds,
      priceFen: document.priceFen, budgetMinFen: document.budgetMinFen, budgetMaxFen: document.budgetMaxFen, money: document.money, publishedAt: document.publishedAt, deadline: document.deadline,
    })),
  }, { headers: { "cache-control": "no-store" } });
}
