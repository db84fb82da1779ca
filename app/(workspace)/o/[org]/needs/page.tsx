import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnList } from "@/app/_components/listing/own-list";
import { requireActing } from "@/app/_server/actor";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("listings.list");
  return { title: `${t("title.need")} — ${(await requireActing((await params).org)).acting.name}` };
}

export default async function OwnNeedsPage({ params, searchParams }: Props) {
  return <OwnList kind="need" actor={await requireActing((await params).org)} query={await searchParams} />;
}
