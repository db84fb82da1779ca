import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { latestPublished } from "@/lib/listings/queries";
import type { ListingKind } from "@/lib/listings/states";
import { SimilarCards } from "./cards";

/** In place of a record that is not (any more) shown: says so and offers others. Served with status 404. */
export async function Gone({ kind }: { kind: ListingKind }) {
  const t = await getTranslations("listings.public");
  return (
    <div className="measure grid gap-6 py-12">
      <h1 className="text-h1">{t(`gone.${kind}`)}</h1>
      <div><LinkButton href={`/search?kind=${kind}`}>{t("search")}</LinkButton></div>
      <SimilarCards title={t("goneMore")} cards={await latestPublished(kind, 5)} />
    </div>
  );
}
