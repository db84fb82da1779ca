import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { DealRoom } from "@/app/_components/deal/deal-room";
import { isKnownError } from "@/lib/core/errors";
import { getDealRoom } from "@/lib/deals/queries";

type Props = { params: Promise<{ deal: string }>; searchParams: Promise<{ tab?: string; before?: string }> };

async function load({ params }: Props) {
  const { deal } = await params;
  const actor = await requirePerson();
  try {
    return { actor, view: await getDealRoom(actor, deal) };
  } catch (error) {
    if (isKnownError(error)) notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: (await getTranslations("deals"))("room.title", { title: view.deal.title }) };
}

/** The same room for a broker who was asked, in no organisation's name. */
export default async function DealPage(props: Props) {
  const [loaded, { tab, before }] = await Promise.all([load(props), props.searchParams]);
  return <DealRoom view={loaded.view} actor={loaded.actor} base="/me/deals" tab={tab} before={before} />;
}
