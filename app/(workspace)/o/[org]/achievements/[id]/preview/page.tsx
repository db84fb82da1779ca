import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AchievementRecord } from "@/app/_components/listing/achievement-record";
import { found } from "@/app/_server/found";
import { PreviewBar } from "@/app/_components/listing/preview-bar";
import { requireActing } from "@/app/_server/actor";
import { previewAchievement } from "@/lib/achievements/queries";
import { audiences } from "@/lib/listings/states";

type Props = { params: Promise<{ org: string; id: string }>; searchParams: Promise<{ as?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("listings.check"))("seen") };
}

export default async function PreviewAchievementPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const asked = (await searchParams).as;
  const seeing = audiences.find((name) => name === asked) ?? "public";
  const reading = await found(previewAchievement(await requireActing(org), id, seeing));
  return <AchievementRecord reading={reading} door={null} bar={<PreviewBar kind="achievement" org={org} id={id} seeing={seeing} />} />;
}
