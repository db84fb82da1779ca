import { createHash } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { achievementContent } from "@/lib/achievements/input";
import { getAchievementDesk } from "@/lib/achievements/queries";
import type { Actor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/dates";
import type { ContentOf } from "@/lib/listings/content";
import type { ExportAnswer } from "@/lib/listings/input";
import type { ListingKind } from "@/lib/listings/states";
import { needContent } from "@/lib/needs/input";
import { getNeedDesk } from "@/lib/needs/queries";
import { describe, type Described } from "./describe";
import { typedParts } from "./editor-input";
import { fieldLabels } from "./field-labels";

/** One field that two people see differently. `both`: each has changed it since they had the same text. */
export type DifferingField = { field: string; label: string; mine: string; theirs: string; both: boolean; prefer: "mine" | "theirs" };
export type Comparison = { lock: number; rows: DifferingField[] };

type Stated = { secrecyReviewedBy?: string | null | undefined; secrecyReviewedOn?: string | null | undefined; exportControl?: ExportAnswer | null | undefined };
type Desk = { content: ContentOf[ListingKind]; version: Stated & { lock: number } };

function readDesk(kind: ListingKind, actor: Actor, id: string): Promise<Desk> {
  return kind === "achievement" ? getAchievementDesk(actor, id) : getNeedDesk(actor, id);
}

/** What the form says, field by field against what is saved now. @throws NotFound for strangers */
export async function compareWithSaved(kind: ListingKind, actor: Actor, form: FormData): Promise<Comparison> {
  const saved = await readDesk(kind, actor, String(form.get("_listing")));
  const { content, statement } = typedParts(kind, form);
  const mine = await wordAll(kind, { ...saved.content, ...parsedParts(kind, content) }, { ...saved.version, ...statement });
  const theirs = await wordAll(kind, saved.content, saved.version);
  const base = baseOf(form);
  const rows = mine.flatMap(({ field, label, text }, index) => {
    const other = theirs[index]?.text ?? "";
    if (other === text) return [];
    const [untouched, known] = [base[field] === printOf(text), base[field] !== undefined];
    return [{ field, label, mine: text, theirs: other, both: known && !untouched && base[field] !== printOf(other), prefer: untouched ? ("theirs" as const) : ("mine" as const) }];
  });
  return { lock: saved.version.lock, rows };
}

/** A short print of every field as it is saved, so that a later comparison knows which of two people changed it. */
export async function printsOf(kind: ListingKind, content: ContentOf[ListingKind], statement: Stated): Promise<string> {
  return JSON.stringify(Object.fromEntries((await wordAll(kind, content, statement)).map(({ field, text }) => [field, printOf(text)])));
}

export async function printsOfSaved(kind: ListingKind, actor: Actor, id: string): Promise<string> {
  const { content, version } = await readDesk(kind, actor, id);
  return printsOf(kind, content, version);
}

function printOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 8);
}

function baseOf(form: FormData): Record<string, string> {
  try {
    return JSON.parse(String(form.get("_base") ?? "{}")) as Record<string, string>;
  } catch {
    return {};
  }
}

/** Each part on its own: one that cannot be kept (far too long) is shown as it was typed. */
function parsedParts(kind: ListingKind, content: Record<string, unknown>): Partial<ContentOf[ListingKind]> {
  const shape = (kind === "achievement" ? achievementContent : needContent).shape as Record<string, { safeParse: (value: unknown) => { success: boolean; data?: unknown } }>;
  return Object.fromEntries(Object.entries(content).flatMap(([name, value]) => {
    const read = shape[name]?.safeParse(value);
    if (read?.success) return [[name, read.data]];
    return read && typeof value === "string" ? [[name, value]] : [];
  }));
}

async function wordAll(kind: ListingKind, content: ContentOf[ListingKind], { secrecyReviewedBy, secrecyReviewedOn, exportControl }: Stated): Promise<Described[]> {
  const t = await getTranslations("listings.statement");
  const labels = await fieldLabels(kind);
  const statement = {
    secrecyReviewedBy: secrecyReviewedBy ?? "",
    secrecyReviewedOn: secrecyReviewedOn && /^\d{4}-\d{2}-\d{2}$/.test(secrecyReviewedOn) ? formatDate(secrecyReviewedOn) : (secrecyReviewedOn ?? ""),
    exportControl: exportControl ? t(exportControl) : "",
  };
  return [...(await describe(kind, content)), ...Object.entries(statement).map(([field, text]) => ({ field, label: labels[field] ?? field, text }))];
}
