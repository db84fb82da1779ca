import { listDealHistory } from "@/lib/deals/queries";
import type { RoomProps } from "./deal-room";
import { History } from "./history";

export async function TimelineTab({ view, actor }: RoomProps) {
  return <History entries={await listDealHistory(actor, view.deal.id)} />;
}
