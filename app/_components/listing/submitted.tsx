import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import type { ListingKind } from "@/lib/listings/states";
import { currentReviewLimit } from "@/lib/reviews/queries";
import { deskPath, listPath } from "./paths";

/** After a submission: a page, not a passing message; it names the number and what follows. */
export async function Submitted({ kind, org, id, number }: { kind: ListingKind; org: string; id: string; number: string }) {
  const t = await getTranslations("listings.submitted");
  return (
    <div className="grid max-w-[44rem] gap-5">
      <h1 className="text-h1">{t("title")}</h1>
      <p className="text-body">{t("sentence", { number, days: await currentReviewLimit() })}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton variant="primary" href={deskPath(org, kind, id)}>{t("view")}</LinkButton>
        <LinkButton href={`${listPath(org, kind)}/new`}>{t("another")}</LinkButton>
      </div>
    </div>
  );
}
