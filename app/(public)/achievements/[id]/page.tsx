import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SimilarCards } from "@/app/_components/listing/cards";
import { AchievementRecord } from "@/app/_components/listing/achievement-record";
import { doorFor, PublicBar } from "@/app/_components/listing/public-bar";
import { findAchievement } from "@/app/_components/listing/published";
import { maybeActor } from "@/app/_server/actor";
import { Part } from "@/app/_server/part";
import { similarListings } from "@/lib/listings/queries";
import { restoreAction, suspendAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

async function read({ params }: Props) {
  return (await findAchievement((await params).id)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("listings.public");
  const found = await findAchievement((await props.params).id);
  // The page itself answers 404; a tab without a name would not say so.
  return { title: found ? `${found.content.title} — ${t("crumb.achievement")}` : t("gone.achievement") };
}

export default async function AchievementPage(props: Props) {
  const t = await getTranslations("listings.public");
  const [actor, reading] = await Promise.all([maybeActor(), read(props)]);
  const door = await doorFor(actor, reading);
  return (
    <AchievementRecord
      reading={reading}
      door={door}
      bar={<PublicBar actor={actor} reading={reading} suspend={suspendAction} restore={restoreAction} />}
      aside={<Part name="similar" of={async () => SimilarCards({ title: t("similar.achievement"), cards: await similarListings("achievement", reading.content.fieldCode, reading.id, actor) })} />}
    />
  );
}
