import { searchDocument, type SearchDocument } from "@/lib/engine/document";
import type { ContentOf } from "@/lib/listings/content";
import type { ListingKind } from "@/lib/listings/states";

type Achievement = ContentOf["achievement"];
type Need = ContentOf["need"];

/** Everything an author wrote, whatever its audience: for the author's own pages and the reviewer's, never for the index. */
export type OwnText = { title: string; keywords: string[]; body: string };

export function ownText<K extends ListingKind>(kind: K, content: ContentOf[K]): OwnText {
  const lines = kind === "achievement" ? achievementLines(content as Achievement) : needLines(content as Need);
  return { title: content.title, keywords: content.keywords, body: lines.filter(Boolean).join("\n") };
}

function achievementLines(content: Achievement): string[] {
  return [content.summary, content.description, ...content.scenes, ...content.advantages.map((row) => [row.indicator, row.ours, row.unit].filter(Boolean).join(" "))];
}

function needLines(content: Need): string[] {
  return [content.problem, ...Object.values(content.elements).map((value) => value ?? ""), ...content.indicators.map((row) => [row.name, row.target, row.unit].filter(Boolean).join(" "))];
}

/** The same in the form of the index, to be compared with what is public. */
export function ownDocument<K extends ListingKind>(id: string, kind: K, content: ContentOf[K]): SearchDocument {
  const { title, keywords, body } = ownText(kind, content);
  return searchDocument({ id, kind, title, keywords, body });
}
