import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NeedRecord } from "@/app/_components/listing/need-record";
import { found } from "@/app/_server/found";
import { PreviewBar } from "@/app/_components/listing/preview-bar";
import { requireActing } from "@/app/_server/actor";
import { previewNeed } from "@/lib/needs/queries";
import { audiences } from "@/lib/listings/states";

type Props = { params: Promise<{ org: string; id: string }>; searchParams: Promise<{ as?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("listings.check"))("seen") };
}

export default async function PreviewNeedPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const asked = (await searchParams).as;
  const seeing = audiences.find((name) => name === asked) ?? "public";
  const reading = await found(previewNeed(await requireActing(org), id, seeing));
  return <NeedRecord reading={reading} door={null} bar={<PreviewBar kind="need" org={org} id={id} seeing={seeing} />} />;
}
