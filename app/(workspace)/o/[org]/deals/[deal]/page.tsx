import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { DealRoom } from "@/app/_components/deal/deal-room";
import { isKnownError } from "@/lib/core/errors";
import { getDealRoom } from "@/lib/deals/queries";

type Props = { params: Promise<{ org: string; deal: string }>; searchParams: Promise<{ tab?: string; before?: string }> };

async function load({ params }: Props) {
  const { org, deal } = await params;
  const actor = await requireActing(org);
  try {
    return { org, actor, view: await getDealRoom(actor, deal) };
  } catch (error) {
    if (isKnownError(error)) notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: (await getTranslations("deals"))("room.title", { title: view.deal.title }) };
}

/** The room of one deal, for its two sides. */
export default async function DealPage(props: Props) {
  const [loaded, { tab, before }] = await Promise.all([load(props), props.searchParams]);
  return <DealRoom view={loaded.view} actor={loaded.actor} org={loaded.org} base={`/o/${loaded.org}/deals`} tab={tab} before={before} />;
}
