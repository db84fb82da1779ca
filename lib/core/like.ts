import { storable } from "@/lib/core/typed-text";

/**
 * The pattern by which LIKE finds a text that contains what was typed, its own signs (% and _) taken as they are.
 * @returns null where nothing was typed
 */
export function containing(typed: string | null | undefined): string | null {
  const text = storable(typed ?? "").trim();
  return text ? `%${text.replace(/[\\%_]/g, "\\$&")}%` : null;
}
