import type { Reader } from "@/db/client";
import type { SearchDocument } from "@/lib/engine/document";
import { publicFigures } from "@/lib/listings/public-figures";
import { compareFigures } from "./compare-figures";
import type { Reason } from "./explain";
import type { Match } from "./find";
import { versionOf } from "./store";

/** Figures stand behind what is said of the elements, whose measured part they are, and before the conditions. */
const before = new Set<Reason["code"]>(["shared_words", "same_direction", "same_field", "same_industry", "element_covered", "element_partly", "element_open"]);

/**
 * Adds to the reasons which figures of the need an achievement keeps and which it misses, and that a need asks for none or an achievement names no
 * scene. The index holds both as text only; so the rows are asked, once for all matches. The score does not know them: a figure that nobody names the
 * same is not thereby missed.
 */
export async function withFigures(reader: Reader, document: SearchDocument, matches: readonly Match[]): Promise<Match[]> {
  const rows = await publicFigures(reader, [document.id, ...matches.map(({ id }) => id)]);
  // What was compared may be an older version than the public one: then nothing is said of it that only the newer one says.
  const of = (compared: SearchDocument) => { const one = rows.get(compared.id); return one?.versionId === versionOf(compared) ? one : null; };
  const own = of(document);
  return matches.map((match) => {
    const other = of(match.document);
    const [need, achievement] = document.kind === "need" ? [own, other] : [other, own];
    const { kept, missed } = compareFigures(need?.figures ?? [], achievement?.figures ?? []);
    const said: Reason[] = [...(kept.length > 0 ? [{ code: "figures_met", figures: kept } as const] : []), ...(missed.length > 0 ? [{ code: "figures_missed", figures: missed } as const] : [])];
    const unsaid: Reason[] = [
      ...(need?.figures.length === 0 ? [{ code: "missing", side: "need", field: "indicators" } as const] : []), ...(achievement?.scenes === false ? [{ code: "missing", side: "achievement", field: "scenes" } as const] : []),
    ];
    const at = match.reasons.findLastIndex(({ code }) => before.has(code)) + 1;
    return { ...match, reasons: [...match.reasons.toSpliced(at, 0, ...said), ...unsaid] };
  });
}
