import type { Actor } from "@/lib/core/actor";
import { checkupForDesk } from "@/lib/checkups/queries";
import type { Desk } from "@/lib/listings/read";
import { isEditable, type ListingKind } from "@/lib/listings/states";
import { CheckupPanel } from "./checkup-panel";
import { DeskReading } from "./desk-reading";
import { FreshAfterSaving } from "./fresh-after-saving";

/** What stands beside the text while it is written: what a reader will miss, and what the platform read out of it. */
export async function BesideEditor<K extends ListingKind>({ actor, kind, org, desk }: { actor: Actor; kind: K; org: string; desk: Desk<K> }) {
  if (!isEditable(desk.listing)) return null;
  return (
    <div className="grid content-start gap-6">
      <CheckupPanel kind={kind} checkup={await checkupForDesk(actor, desk)} editor="" />
      <DeskReading actor={actor} kind={kind} org={org} desk={desk} editing />
      <FreshAfterSaving />
    </div>
  );
}
