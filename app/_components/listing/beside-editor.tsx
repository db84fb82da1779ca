import type { Actor } from "@/lib/core/actor";
import type { Desk } from "@/lib/listings/read";
import { isEditable, type ListingKind } from "@/lib/listings/states";
import { BesidePanels } from "./beside-panels";
import { FreshAfterSaving } from "./fresh-after-saving";
import { readBeside } from "./read-beside";

/** What stands beside the text while it is written: what a reader will miss, and what the platform read out of it. */
export function BesideEditor<K extends ListingKind>({ actor, kind, org, desk }: { actor: Actor; kind: K; org: string; desk: Desk<K> }) {
  if (!isEditable(desk.listing)) return null;
  return (
    <div className="grid content-start gap-6">
      <FreshAfterSaving read={readBeside.bind(null, kind, org, desk.listing.id)}>
        <BesidePanels actor={actor} kind={kind} org={org} desk={desk} />
      </FreshAfterSaving>
    </div>
  );
}
