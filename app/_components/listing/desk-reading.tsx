import type { Actor } from "@/lib/core/actor";
import { canWrite } from "@/lib/listings/policy";
import type { Desk } from "@/lib/listings/read";
import type { ListingKind } from "@/lib/listings/states";
import { readingForDesk } from "@/lib/readings/queries";
import { correctTermAction, undoCorrectionAction } from "./reading-actions";
import { ReadingPanel } from "./reading-panel";

type Props<K extends ListingKind> = { actor: Actor; kind: K; org: string; desk: Desk<K>; editing?: boolean };

/** What the platform read out of the text in work, for those who own it; viewers see it without buttons. */
export async function DeskReading<K extends ListingKind>({ actor, kind, org, desk, editing = false }: Props<K>) {
  const { listing, content } = desk;
  const reading = await readingForDesk(actor, desk);
  const actions = canWrite(actor, listing) ? { correct: correctTermAction, undo: undoCorrectionAction } : null;
  return <ReadingPanel kind={kind} org={org} listingId={listing.id} reading={reading} content={content} actions={actions} editing={editing} />;
}
