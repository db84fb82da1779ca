import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { SimilarCards } from "@/app/_components/listing/cards";
import { found } from "@/app/_server/found";
import { AchievementRecord } from "@/app/_components/listing/achievement-record";
import { doorFor, PublicBar } from "@/app/_components/listing/public-bar";
import { maybeActor } from "@/app/_server/actor";
import { similarListings } from "@/lib/listings/queries";
import { getAchievement } from "@/lib/achievements/queries";
import { restoreAction, suspendAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => found(getAchievement(await maybeActor(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("listings.public");
  const { content } = await read((await params).id);
  return { title: `${content.title} — ${t("crumb.achievement")}` };
}

export default async function AchievementPage({ params }: Props) {
  const t = await getTranslations("listings.public");
  const [actor, reading] = [await maybeActor(), await read((await params).id)];
  const similar = await similarListings("achievement", reading.content.fieldCode, reading.id, actor);
  return (
    <AchievementRecord
      reading={reading}
      door={await doorFor(actor, reading)}
      bar={<PublicBar actor={actor} reading={reading} suspend={suspendAction} restore={restoreAction} />}
      aside={<SimilarCards title={t("similar.achievement")} cards={similar} />}
    />
  );
}
