import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { SimilarCards } from "@/app/_components/listing/cards";
import { found } from "@/app/_server/found";
import { NeedRecord } from "@/app/_components/listing/need-record";
import { doorFor, PublicBar } from "@/app/_components/listing/public-bar";
import { maybeActor } from "@/app/_server/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { similarListings } from "@/lib/listings/queries";
import { getNeed } from "@/lib/needs/queries";
import { restoreAction, suspendAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => found(getNeed(await maybeActor(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("listings.public");
  const { content } = await read((await params).id);
  return { title: `${content.title} — ${t("crumb.need")}` };
}

export default async function NeedPage({ params }: Props) {
  const t = await getTranslations("listings.public");
  const [actor, reading] = [await maybeActor(), await read((await params).id)];
  const similar = await similarListings("need", reading.content.fieldCode, reading.id, actor);
  const over = reading.content.deadline !== null && reading.content.deadline < todayInHarbin(clock.now());
  return (
    <NeedRecord
      reading={reading}
      door={over ? null : await doorFor(actor, reading)}
      bar={<PublicBar actor={actor} reading={reading} suspend={suspendAction} restore={restoreAction} />}
      aside={<SimilarCards title={t("similar.need")} cards={similar} />}
    />
  );
}
