import { Part } from "@/app/_server/part";
import { checkupForDesk } from "@/lib/checkups/queries";
import type { Actor } from "@/lib/core/actor";
import type { Desk } from "@/lib/listings/read";
import type { ListingKind } from "@/lib/listings/states";
import { CheckupPanel } from "./checkup-panel";
import { DeskReading } from "./desk-reading";

/** What stands beside the text; the editor works without it. */
export function BesidePanels<K extends ListingKind>({ actor, kind, org, desk }: { actor: Actor; kind: K; org: string; desk: Desk<K> }) {
  return (
    <>
      <Part name="checkup" of={async () => <CheckupPanel kind={kind} checkup={await checkupForDesk(actor, desk)} editor="" />} />
      <Part name="reading" of={() => DeskReading({ actor, kind, org, desk, editing: true })} />
    </>
  );
}
