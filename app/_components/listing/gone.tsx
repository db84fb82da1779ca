import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { goneSince, latestPublished } from "@/lib/listings/queries";
import type { ListingKind } from "@/lib/listings/states";
import { SimilarCards } from "./cards";

/** In place of a record that is not (any more) shown: says so and offers others. Served with status 404. */
export async function Gone({ kind }: { kind: ListingKind }) {
  const t = await getTranslations("listings.public");
  // The page "not found" is told nothing of the address; `x-path` is written by proxy.ts.
  const id = new RegExp(`^/${kind}s/([^/?]+)`).exec((await headers()).get("x-path") ?? "")?.[1];
  const gone = id ? await goneSince(kind, id) : null;
  return (
    <div className="measure grid gap-6 py-12">
      <h1 className="text-h1">{gone ? t(`goneSince.${kind}.${gone.status}`, { date: gone.on }) : t(`gone.${kind}`)}</h1>
      <div><LinkButton href={`/search?kind=${kind}`}>{t("search")}</LinkButton></div>
      <SimilarCards title={t("goneMore")} cards={await latestPublished(kind, 5)} />
    </div>
  );
}
