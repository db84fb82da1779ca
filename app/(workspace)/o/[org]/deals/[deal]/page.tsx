import { DealRoom } from "@/app/_components/deal/deal-room";
import { dealMetadata, loadDeal } from "@/app/_components/deal/load-deal";

type Props = { params: Promise<{ org: string; deal: string }>; searchParams: Promise<{ tab?: string; before?: string }> };

export async function generateMetadata({ params }: Props) {
  const { org, deal } = await params;
  return dealMetadata(deal, org);
}

/** The room of one deal, for its two sides. */
export default async function DealPage({ params, searchParams }: Props) {
  const [{ org, deal }, { tab, before }] = await Promise.all([params, searchParams]);
  return <DealRoom {...(await loadDeal(deal, org))} org={org} base={`/o/${org}/deals`} tab={tab} before={before} />;
}
