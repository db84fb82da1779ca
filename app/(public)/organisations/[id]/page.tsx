import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { maybeActor } from "@/app/_server/actor";
import { Chip } from "@/app/_components/ui/chip";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { placeName } from "@/lib/codes/places";
import { maturityName } from "@/lib/codes/maturity";
import { dateInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { publishedBy, type ListingCard } from "@/lib/listings/queries";
import { getPublicOrganisation } from "@/lib/organisations/queries";

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string) => {
  try {
    return await getPublicOrganisation(await maybeActor(), id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organisation = await load((await params).id);
  const t = await getTranslations("organisations.public");
  return { title: `${organisation.name} — ${t("eyebrow")}` };
}

/** An organisation as everybody sees it: who it is, and what it shows on the market. */
export default async function OrganisationPage({ params }: Props) {
  const organisation = await load((await params).id);
  const cards = await publishedBy(organisation.id, await maybeActor(), 200);
  const t = await getTranslations("organisations");
  return (
    <div className="measure grid gap-8 py-8">
      <header className="grid gap-3">
        <p className="text-dense text-ink-2">{t(`kind.${organisation.kind}`)}{organisation.districtCode ? ` · ${placeName(organisation.districtCode)}` : ""}</p>
        <h1 className="flex flex-wrap items-center gap-3">
          {organisation.name}
          {organisation.verified ? <Chip tone="ok" icon="shield-check">{t("public.verified")}</Chip> : null}
          {organisation.demo ? <Chip tone="mute" icon="flask-conical">{t("public.demo")}</Chip> : null}
        </h1>
        {organisation.introduction ? <p className="prose-zh max-w-[40em] whitespace-pre-line">{organisation.introduction}</p> : null}
      </header>
      {cards.length === 0 ? <EmptyState sentence={t("public.none")} /> : null}
      <Cards title={t("public.achievements")} cards={cards.filter((card) => card.kind === "achievement")} path="/achievements" />
      <Cards title={t("public.needs")} cards={cards.filter((card) => card.kind === "need")} path="/needs" />
    </div>
  );
}

function Cards({ title, cards, path }: { title: string; cards: ListingCard[]; path: string }) {
  if (cards.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>{title} <span className="text-ui font-normal text-ink-2">{cards.length}</span></h2>
      <ul className="ledger">
        {cards.map((card) => (
          <li key={card.id} className="grid gap-1">
            <Link href={`${path}/${card.id}`} className="text-lead font-semibold">{card.title}</Link>
            {card.summary ? <p className="line-clamp-2 max-w-[46em] text-ink-2">{card.summary}</p> : null}
            <p className="flex flex-wrap gap-x-5 text-dense text-ink-3">
              <span>{card.number}</span>
              {card.maturity ? <span>{maturityName(card.maturity)}</span> : null}
              {card.publishedAt ? <span>{dateInHarbin(card.publishedAt)}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
