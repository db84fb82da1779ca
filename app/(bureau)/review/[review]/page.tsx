import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { found } from "@/app/_server/found";
import { LinkButton } from "@/app/_components/ui/button";
import { Tabs } from "@/app/_components/ui/navigation";
import { requireBureau } from "@/app/_server/actor";
import { Part } from "@/app/_server/part";
import { readUnderReview } from "@/lib/listings/read-review";
import { canDecide } from "@/lib/reviews/policy";
import { waitingOf } from "@/lib/reviews/queries";
import { ReviewKeys } from "../review-keys";
import { WaitingChip } from "../waiting-chip";
import { Checks } from "./checks";
import { Decision } from "./decision";
import { FieldReview } from "./field-review";
import { Standing } from "./standing";
import { PublicEffect } from "./public-effect";

type Props = { params: Promise<{ review: string }>; searchParams: Promise<{ view?: string }> };

const read = cache(async (id: string) => found(readUnderReview(await requireBureau(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await read((await params).review);
  return { title: (await getTranslations("reviews.page"))("title", { title: review.title }) };
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const actor = await requireBureau();
  const t = await getTranslations("reviews.page");
  const id = (await params).review;
  const subject = await read(id);
  if (!subject.listing) notFound();
  const { review, listing } = subject;
  const asked = (await searchParams).view;
  const view = asked === "all" || asked === "public" ? asked : listing.before ? "changes" : "all";
  const tabs = (["changes", "all", "public"] as const).filter((name) => name !== "changes" || listing.before);
  const shown = view === "public" ? <PublicEffect listing={listing} /> : <FieldReview listing={listing} remarks={subject.remarks} round={review.round} onlyChanges={view === "changes"} form={canDecide(actor, review)} written={subject.written} />;
  return (
    <div className="grid gap-5 pb-24">
      <header className="grid gap-3">
        <div className="flex flex-wrap justify-between gap-4"><LinkButton variant="text" href="/review">{t("back")}</LinkButton><ReviewKeys on="page" /></div>
        <h1 className="text-h1">{review.title}</h1>
        <p className="flex flex-wrap items-center gap-3 text-dense text-ink-2">
          <span>{review.organisationName}</span><span>{t("round", { round: review.round })}</span>
          {review.status === "open" || review.status === "claimed" ? <WaitingChip waiting={await waitingOf(review)} small={false} /> : null}
        </p>
        <Standing actor={actor} review={review} holder={subject.holder} latest={subject.rounds[0]?.id === review.id} />
        <Tabs label={t("view.label")} items={tabs.map((name) => ({ label: t(`view.${name}`, { count: listing.changed.length }), href: `/review/${id}?view=${name}`, current: name === view }))} />
      </header>
      <div className="grid gap-6 beside-xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Decision actor={actor} review={review} kind={listing.kind} view={view}>{shown}</Decision>
        <Part name="checks" of={() => Checks({ actor, subject })} />
      </div>
    </div>
  );
}
