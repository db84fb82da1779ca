import { getTranslations } from "next-intl/server";
import { adviceLabels } from "@/app/_components/listing/field-labels";
import { deskPath } from "@/app/_components/listing/paths";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { mostMissed } from "@/lib/checkups/queries";
import type { Actor } from "@/lib/core/actor";
import { formatDateTime } from "@/lib/core/dates";
import type { MatchedListing } from "@/lib/matching/queries";

type Props = { actor: Actor; org: string; listing: MatchedListing; mayAct: boolean; /** There were some, and all have been put aside. */ aside: boolean };

/** Why there is no match; where one was looked for and none found, what of the record would find one, for those who can write it. */
export async function NoMatches({ actor, org, listing, mayAct, aside }: Props) {
  const t = await getTranslations("matches");
  const { kind, id, state, matchedAt } = listing;
  const missed = mayAct ? await mostMissed(actor, kind, id) : null;
  const named = state === "compared" && !aside ? (missed?.fields ?? []) : [];
  const label = await adviceLabels(kind);
  const sentence = t(`state.${state === "compared" && aside ? "put_aside" : state}`, { counterpart: t(`counterpart.${kind}`), at: matchedAt ? formatDateTime(matchedAt) : "" });
  return (
    <EmptyState sentence={named.length > 0 ? sentence + t("improve", { count: named.length, fields: named.map(label).join(t("and")) }) : sentence}>
      {missed ? <LinkButton href={missed.editable ? deskPath(org, kind, id, "edit") + (named[0] ? `#${named[0]}` : "") : deskPath(org, kind, id)}>{t("toEdit")}</LinkButton> : null}
    </EmptyState>
  );
}
