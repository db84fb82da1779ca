import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import { maturityName } from "@/lib/codes/maturity";
import { termName } from "@/lib/codes/taxonomy";
import { formatDate } from "@/lib/core/dates";
import type { ListingCard } from "@/lib/listings/queries";
import { DemoChip } from "./demo-chip";
import { publicPath } from "./paths";

/** A short list of records beside another one. */
export async function SimilarCards({ title, cards }: { title: string; cards: readonly ListingCard[] }) {
  const t = await getTranslations();
  if (cards.length === 0) return null;
  return (
    <section className="panel grid gap-3">
      <h2 className="text-h3">{title}</h2>
      <ul className="grid">
        {cards.map((card) => (
          <li key={card.id} className="border-t border-line py-2.5 text-dense">
            <Link className="link font-semibold" href={publicPath(card.kind, card.id)}>{card.title}</Link>
            <p className="flex flex-wrap items-baseline gap-x-2 text-note text-ink-3">
              <span>{[card.organisationName ?? card.alias ?? t("listings.public.anonymous"), card.fieldCode ? termName(card.fieldCode) : null, card.maturity ? t("achievements.level", { level: card.maturity, name: maturityName(card.maturity) }) : null, card.deadline ? formatDate(card.deadline, "table") : null].filter(Boolean).join(" / ")}</span><DemoChip demo={card.demo} small />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
