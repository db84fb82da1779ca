import { eq } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { achievementVersions, needVersions } from "@/db/schema";
import { directionOf, fieldOf, industryOf, techAreaOfField } from "@/lib/codes/taxonomy";
import { Invalid } from "@/lib/core/errors";
import type { ListingKind } from "./states";

export type AchievementRow = typeof achievementVersions.$inferSelect;
export type NeedRow = typeof needVersions.$inferSelect;
export type ContentOf = { achievement: Omit<AchievementRow, "versionId">; need: Omit<NeedRow, "versionId"> };
export type Changes<K extends ListingKind> = { [F in keyof ContentOf[K]]?: ContentOf[K][F] | undefined };

const tables = { achievement: achievementVersions, need: needVersions } as const;

/** The text of one version, in the table of its kind. */
export async function readContent<K extends ListingKind>(reader: Reader, kind: K, versionId: string): Promise<ContentOf[K] | null> {
  const [row] = kind === "achievement"
    ? await reader.select().from(achievementVersions).where(eq(achievementVersions.versionId, versionId))
    : await reader.select().from(needVersions).where(eq(needVersions.versionId, versionId));
  if (!row) return null;
  const { versionId: _, ...content } = row;
  return content as unknown as ContentOf[K];
}

export async function insertContent<K extends ListingKind>(tx: Tx, kind: K, versionId: string, content: Changes<K>): Promise<void> {
  const placed = place(content);
  if (kind === "achievement") await tx.insert(achievementVersions).values({ ...(placed as Changes<"achievement">), versionId } as typeof achievementVersions.$inferInsert);
  else await tx.insert(needVersions).values({ ...(placed as Changes<"need">), versionId } as typeof needVersions.$inferInsert);
}

export async function updateContent<K extends ListingKind>(tx: Tx, kind: K, versionId: string, content: Changes<K>): Promise<void> {
  const placed = place(content);
  // Both tables name their key alike; which columns the rest belongs to follows from the kind.
  const table = tables[kind] as typeof achievementVersions;
  const given = Object.fromEntries(Object.entries(placed).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length > 0) await tx.update(table).set(given).where(eq(table.versionId, versionId));
}

type Placed = { industryCode?: string | null | undefined; fieldCode?: string | null | undefined; directionCode?: string | null | undefined; techArea?: string | null | undefined };

/** Industry and the official technical field follow from the most exact code that was chosen (domain A8). */
function place<C extends object>(content: C): C & Placed {
  const chosen = content as C & Placed;
  const code = chosen.directionCode || chosen.fieldCode || chosen.industryCode;
  if (!code) return chosen.fieldCode === null ? { ...chosen, industryCode: null, directionCode: null, techArea: null } : chosen;
  const field = chosen.fieldCode ? fieldOf(chosen.fieldCode) : fieldOf(chosen.directionCode);
  const industry = industryOf(field?.code ?? code);
  if (!industry || (chosen.fieldCode && !field)) throw new Invalid({ fieldCode: { code: "choose" } });
  // A direction of another field is left over from an earlier choice.
  const direction = directionOf(chosen.directionCode);
  const fitting = direction && field && fieldOf(direction.code)?.code === field.code ? direction.code : null;
  return { ...chosen, industryCode: industry.code, fieldCode: field?.code ?? null, directionCode: fitting, techArea: techAreaOfField(field?.code ?? industry.code) ?? null };
}
