import { getTranslations } from "next-intl/server";
import { lookWords } from "@/app/_components/shell/look-words";
import { maybeActor } from "@/app/_server/actor";
import { networkAddress } from "@/app/_server/request";
import { isBureau, type Actor } from "@/lib/core/actor";
import type { ListingStatus } from "@/lib/listings/states";
import { creationHref, creationsOf } from "@/lib/search/creations";
import { initialsOf, typedInitials } from "@/lib/search/initials";
import { paletteHits, type PaletteHit } from "@/lib/search/palette";
import { asksTooMuch } from "@/lib/search/palette-limit";
import { typedText } from "@/lib/search/spelling";

export const dynamic = "force-dynamic";

type Item = { label: string; detail: string; href: string };
/** A switch of the look in place of a place: sent to `/api/preferences`, which comes back to the page. */
type Switch = { label: string; detail: string; choose: { name: "type" | "theme"; value: string } };

/** Groups for the palette: what waits for a review, own and public records, deals, contracts, organisations, brokers, what can be begun, places; only what this person may see or do. `for=search` is a search box: it goes to places by itself. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get("q") ?? "").trim();
  const t = await getTranslations("palette");
  const actor = await maybeActor();
  if (await asksTooMuch(actor, await networkAddress())) return new Response(null, { status: 429 });
  const hits = await paletteHits(actor, q);
  const letters = typedInitials(q);
  const status = await getTranslations("listings.status");
  const detailOf = (hit: PaletteHit) => (hit.kind === "deal" ? null : isOwnRecord(hit) ? status(hit.detail as ListingStatus) : hit.detail);
  const item = (hit: PaletteHit): Item => ({ label: hit.title || t("untitled"), detail: [t(`kind.${hit.kind}`), hit.number, detailOf(hit)].filter(Boolean).join(" / "), href: hrefOf(hit) });
  const of = (...kinds: PaletteHit["kind"][]) => hits.filter((hit) => kinds.includes(hit.kind) && !isOwnRecord(hit)).map(item);
  const isAsked = ({ label }: { label: string }) => q === "" || typedText(label).includes(typedText(q)) || (letters !== null && initialsOf(label).includes(letters));
  const places = placesOf(actor, (key) => t(`place.${key}` as never)).filter(isAsked);
  const [records, organisations] = [{ title: t("groups.records"), items: of("achievement", "need") }, { title: t("groups.organisations"), items: of("organisation") }];
  if (searchParams.get("for") === "search") return answer([records, organisations]);
  const begun = (await creationsOf(actor)).map((one) => ({ label: t(`create.${one.act}`, { title: one.of ?? "" }), detail: one.act === "contract" ? "" : (one.of ?? ""), href: creationHref(one), also: t(`also.${one.act}`) }))
    .filter(({ label, also }) => isAsked({ label }) || isAsked({ label: also })).map(({ also: _, ...one }): Item => one);
  return answer([
    { title: t("groups.review"), items: of("review") },
    { title: t("groups.own"), items: hits.filter(isOwnRecord).map(item) },
    records,
    { title: t("groups.deals"), items: of("deal") },
    { title: t("groups.contracts"), items: of("contract") },
    organisations,
    { title: t("groups.brokers"), items: of("broker") },
    { title: t("groups.create"), items: begun },
    { title: t("groups.places"), items: [...(q ? [{ label: t("searchAll", { q }), detail: "", href: `/search?q=${encodeURIComponent(q)}` }] : []), ...places] },
    { title: t("groups.look"), items: (await switches()).filter(isAsked) },
  ]);
}

function answer(groups: { title: string; items: (Item | Switch)[] }[]): Response {
  return Response.json({ groups: groups.filter((group) => group.items.length > 0) }, { headers: { "cache-control": "no-store" } });
}

/** Not public, and opened where its owner works on it. */
const isOwnRecord = ({ kind, slug }: PaletteHit): boolean => (kind === "achievement" || kind === "need") && Boolean(slug);

function hrefOf({ kind, id, slug, registrar }: PaletteHit): string {
  if (kind === "review") return `/review/${id}`;
  if (kind === "contract" && registrar) return `/registrations/${id}`;
  if (kind === "deal" || kind === "contract" || slug) return `${slug ? `/o/${slug}` : "/me"}/${kind}s/${id}`;
  return `/${kind}s/${id}`;
}

async function switches(): Promise<Switch[]> {
  const { type, theme } = await lookWords();
  return [{ label: type.label, detail: "", choose: { name: "type", value: type.to } }, { label: theme.label, detail: "", choose: { name: "theme", value: theme.to } }];
}

function placesOf(actor: Actor, word: (key: string) => string): Item[] {
  const place = (key: string, href: string): Item => ({ label: word(key), detail: "", href });
  if (actor.kind !== "person") return [place("search", "/search"), place("data", "/data")];
  const own = actor.memberships.filter((m) => m.kind !== "bureau").slice(0, 1).flatMap((m) => [
    place("desk", `/o/${m.slug}`), ...["achievements", "needs", "matches", "deals", "contracts"].map((key) => place(key, `/o/${m.slug}/${key}`)),
  ]);
  const bureau = isBureau(actor) ? ["review", "registrations", "cockpit", "ledger", "integrity"].map((key) => place(key, `/${key}`)) : [];
  const market = actor.brokerId ? [place("brokerDesk", "/me/broker/desk"), place("myDeals", "/me/deals")] : [];
  const contracts = [place("myContracts", "/me/contracts")];
  const operations = actor.operator ? [place("operations", "/operations"), place("operators", "/operations/operators"), place("dictionary", "/operations/dictionary")] : [];
  return [...market, ...own, ...bureau, ...operations, ...contracts, place("inbox", "/me/inbox"), place("digestSettings", "/me/inbox/settings"), place("subscriptions", "/me/subscriptions"), place("me", "/me"), place("data", "/data")];
}
