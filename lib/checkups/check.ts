import { db } from "@/db/client";
import type { SimilarRecord } from "@/db/schema";
import { log } from "@/lib/core/log";
import { liveEngine } from "@/lib/engine/live";
import { EngineUnavailable } from "@/lib/engine/port";
import type { ContentOf } from "@/lib/listings/content";
import { publicDocuments } from "@/lib/listings/public-document";
import type { ListingKind } from "@/lib/listings/states";
import { ownDocument } from "@/lib/readings/own-text";
import { similarRecords } from "@/lib/readings/similar";
import { checkAchievement } from "./achievement";
import { checkNeed } from "./need";
import type { Checkup } from "./rules";

/** Below this two records have a subject in common, not a text. */
const ALIKE = 0.25;
/** From here on a reader takes one for the other. */
export const DUPLICATE = 0.6;

export function checkRecord<K extends ListingKind>(kind: K, content: ContentOf[K], attachments: number): Checkup {
  return kind === "achievement" ? checkAchievement(content as ContentOf["achievement"], attachments) : checkNeed(content as ContentOf["need"]);
}

/** Public records of the same kind, of anyone, that say nearly the same. Null when the search server does not answer. */
export async function similarTo<K extends ListingKind>(listingId: string, kind: K, content: ContentOf[K]): Promise<SimilarRecord[] | null> {
  const engine = liveEngine();
  if (!engine) return null;
  try {
    const found = (await similarRecords(engine, ownDocument(listingId, kind, content))).filter(({ document, likeness }) => document.kind === kind && likeness >= ALIKE).slice(0, 3);
    // What is shown is read from the rows that are public now: a stale index can miss something but never leak it.
    const current = new Map((await publicDocuments(db(), found.map(({ document }) => document.id))).map((document) => [document.id, document]));
    return found.flatMap(({ document: { id }, likeness }) => {
      const document = current.get(id);
      return document ? [{ id, kind: document.kind, title: document.title, organisationName: document.organisationName, likeness }] : [];
    });
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    log.warn({ err: error }, "search engine unavailable; a record was not compared with the public ones");
    return null;
  }
}
