import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { found } from "@/app/_server/found";
import { Submitted } from "@/app/_components/listing/submitted";
import { requireActing } from "@/app/_server/actor";
import { getAchievementDesk } from "@/lib/achievements/queries";

type Props = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { content, listing } = await found(getAchievementDesk(await requireActing(org), id));
  return { title: `${content.title || listing.number} — ${(await getTranslations("listings"))("submitted.title")}` };
}

export default async function SubmittedAchievementPage({ params }: Props) {
  const { org, id } = await params;
  const { listing } = await found(getAchievementDesk(await requireActing(org), id));
  return <Submitted kind="achievement" org={org} id={id} number={listing.number} />;
}
