import { checkupForDesk } from "@/lib/checkups/queries";
import type { Actor } from "@/lib/core/actor";
import type { Desk } from "@/lib/listings/read";
import type { ListingKind } from "@/lib/listings/states";
import { CheckupPanel } from "./checkup-panel";
import { DeskReading } from "./desk-reading";

export async function BesidePanels<K extends ListingKind>({ actor, kind, org, desk }: { actor: Actor; kind: K; org: string; desk: Desk<K> }) {
  return (
    <>
      <CheckupPanel kind={kind} checkup={await checkupForDesk(actor, desk)} editor="" />
      <DeskReading actor={actor} kind={kind} org={org} desk={desk} editing />
    </>
  );
}
