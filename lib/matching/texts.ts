import { ELEMENT_NAMES, searchDocument, type ElementName, type ListingKind, type SearchDocument } from "@/lib/engine/document";

/** What both kinds of records may say of themselves. Every field but the title may be missing. */
interface ListingText {
  id?: string | undefined;
  stamp?: string | undefined;
  title: string;
  summary?: string | null | undefined;
  keywords?: readonly string[] | undefined;
  /** Codes of mission/taxonomy.json: EQ, EQ02, EQ02-03. */
  industry?: string | null | undefined;
  field?: string | null | undefined;
  direction?: string | null | undefined;
  /** TRL 1 to 13: what an achievement has reached, what a need requires at least. */
  maturity?: number | null | undefined;
  modes?: readonly string[] | undefined;
  district?: string | null | undefined;
  /** What is said of the money in public. */
  money?: SearchDocument["money"];
  organisationId?: string | null | undefined;
  /** Words of the record to search; the same for both, whoever asks. */
  organisationName?: string | null | undefined;
  number?: string | null | undefined;
  /** What the author corrected in the terms that were read out of it. */
  addedTerms?: string[] | undefined;
  removedTerms?: string[] | undefined;
}

/**
 * A need as the matching may see it. Only what the other side may see belongs in here: what is put in can come
 * out again as a reason.
 */
export interface NeedText extends ListingText {
  /** The problem in the enterprise's words. */
  content?: string | null | undefined;
  elements?: Partial<Record<ElementName, string | null>> | undefined;
  /** Indicators as lines of text. */
  indicators?: readonly string[] | undefined;
  budgetMinFen?: number | null | undefined;
  budgetMaxFen?: number | null | undefined;
  /** Seconds since 1970. */
  deadline?: number | null | undefined;
}

/** An achievement as the matching may see it. */
export interface AchievementText extends ListingText {
  content?: string | null | undefined;
  priceFen?: number | null | undefined;
}

const lines = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join("\n");

/** A need in the form of the index; one form makes one score, wherever a pair is scored. */
export function needDocument(need: NeedText): SearchDocument {
  const elements = Object.fromEntries(ELEMENT_NAMES.flatMap((name) => (need.elements?.[name] ? [[name, need.elements[name]]] : [])));
  return common(need, "need", {
    body: lines(need.content, ...Object.values(elements), ...(need.indicators ?? [])),
    budgetMinFen: need.budgetMinFen ?? null, budgetMaxFen: need.budgetMaxFen ?? null, deadline: need.deadline ?? null,
    ...(Object.keys(elements).length ? { elements } : {}),
  });
}

/** An achievement in the form of the index. */
export function achievementDocument(achievement: AchievementText): SearchDocument {
  return common(achievement, "achievement", { body: achievement.content ?? "", priceFen: achievement.priceFen ?? null });
}

function common(text: ListingText, kind: ListingKind, more: Partial<SearchDocument>): SearchDocument {
  return searchDocument({
    id: text.id ?? "unsaved", kind, stamp: text.stamp ?? "0", title: text.title, summary: text.summary ?? "", keywords: [...(text.keywords ?? [])],
    industry: text.industry ?? null, field: text.field ?? null, direction: text.direction ?? null, maturity: text.maturity ?? null,
    modes: [...(text.modes ?? [])], district: text.district ?? null, ...(text.money ? { money: text.money } : {}), organisationId: text.organisationId ?? null,
    organisationName: text.organisationName ?? null, number: text.number ?? null,
    ...(text.addedTerms ? { addedTerms: text.addedTerms } : {}), ...(text.removedTerms ? { removedTerms: text.removedTerms } : {}), ...more,
  });
}
