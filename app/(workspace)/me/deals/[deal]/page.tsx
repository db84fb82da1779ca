import { DealRoom } from "@/app/_components/deal/deal-room";
import { dealMetadata, loadDeal } from "@/app/_components/deal/load-deal";

type Props = { params: Promise<{ deal: string }>; searchParams: Promise<{ tab?: string; before?: string }> };

export async function generateMetadata({ params }: Props) {
  return dealMetadata((await params).deal);
}

/** The same room for a broker who was asked, in no organisation's name. */
export default async function DealPage({ params, searchParams }: Props) {
  const [{ deal }, { tab, before }] = await Promise.all([params, searchParams]);
  return <DealRoom {...(await loadDeal(deal))} base="/me/deals" tab={tab} before={before} />;
}
