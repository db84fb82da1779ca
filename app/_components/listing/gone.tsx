import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { goneSince, latestPublished } from "@/lib/listings/queries";
import type { ListingKind } from "@/lib/listings/states";
import { SimilarCards } from "./cards";
import { findAchievement, findNeed } from "./published";

/**
 * In place of a record that is not (any more) shown: says so and offers others. Served with status 404. Next draws this along
 * with every record, in case it is needed: where the record is there it is nothing, and asks for nothing.
 */
export async function Gone({ kind }: { kind: ListingKind }) {
  // The page "not found" is told nothing of the address; `x-path` is written by proxy.ts.
  const address = new URL((await headers()).get("x-path") ?? "/", "http://platform");
  const id = new RegExp(`^/${kind}s/([^/]+)`).exec(address.pathname)?.[1], version = address.searchParams.get("version") ?? undefined;
  if (id && (await (kind === "achievement" ? findAchievement(id, version) : findNeed(id, version)))) return null;
  const t = await getTranslations("listings.public");
  const [gone, others] = await Promise.all([id ? goneSince(kind, id) : null, latestPublished(kind, 5)]);
  return (
    <div className="measure grid gap-6 py-12">
      <h1 className="text-h1">{gone ? t(`goneSince.${kind}.${gone.status}`, { date: gone.on }) : t(`gone.${kind}`)}</h1>
      <div><LinkButton href={`/search?kind=${kind}`}>{t("search")}</LinkButton></div>
      <SimilarCards title={t("goneMore")} cards={others} />
    </div>
  );
}
