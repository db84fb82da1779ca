import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SimilarCards } from "@/app/_components/listing/cards";
import { NeedRecord } from "@/app/_components/listing/need-record";
import { doorFor, PublicBar } from "@/app/_components/listing/public-bar";
import { findNeed } from "@/app/_components/listing/published";
import { maybeActor } from "@/app/_server/actor";
import { Part } from "@/app/_server/part";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { similarListings } from "@/lib/listings/queries";
import { restoreAction, suspendAction } from "./actions";

/** `version`: the one under which a contract was signed. */
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ version?: string | string[] }> };

async function find({ params, searchParams }: Props) {
  const [{ id }, { version }] = [await params, await searchParams];
  return findNeed(id, [version].flat()[0]);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("listings.public");
  const found = await find(props);
  // The page itself answers 404; a tab without a name would not say so.
  return { title: found ? `${found.content.title} — ${t("crumb.need")}` : t("gone.need") };
}

export default async function NeedPage(props: Props) {
  const t = await getTranslations("listings.public");
  const [actor, reading] = await Promise.all([maybeActor(), find(props)]);
  if (!reading) notFound();
  const signed = (await props.searchParams).version ? { now: await findNeed(reading.id) } : null;
  const over = reading.content.deadline !== null && reading.content.deadline < todayInHarbin(clock.now());
  const door = over || signed ? null : await doorFor(actor, reading);
  return (
    <NeedRecord
      reading={reading}
      door={door}
      bar={<PublicBar actor={actor} reading={reading} suspend={suspendAction} restore={restoreAction} signed={signed} />}
      aside={<Part name="similar" of={async () => SimilarCards({ title: t("similar.need"), cards: await similarListings("need", reading.content.fieldCode, reading.id, actor) })} />}
    />
  );
}
