import { getTranslations } from "next-intl/server";
import { codeName } from "@/lib/codes/lists";
import { maturityName } from "@/lib/codes/maturity";
import { districtName, districtShortName } from "@/lib/codes/places";
import { termName } from "@/lib/codes/taxonomy";
import { formatMoney } from "@/lib/core/money";
import type { ComparedFigure } from "@/lib/matching/compare-figures";
import type { MatchView } from "@/lib/matching/queries";

export type ReasonSide = "fits" | "differs" | "lacks";
export type WordedReason = { side: ReasonSide; part: string; words: string };

const partOf: Record<string, string> = {
  shared_words: "text", same_direction: "field", same_field: "field", same_industry: "field", element_covered: "elements", element_partly: "elements", element_open: "elements",
  figures_met: "figures", figures_missed: "figures", maturity_met: "maturity", maturity_gap: "maturity", modes_shared: "modes", modes_differ: "modes", money_within: "money", money_above: "money",
  same_district: "place", same_city: "place", same_province: "place",
};
const differs = new Set(["element_partly", "element_open", "figures_missed", "maturity_gap", "modes_differ", "money_above"]);

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** The stored reasons of a match in words: what fits, what differs, and what either side does not say publicly. */
export async function reasonWords(match: Pick<MatchView, "reasons">): Promise<WordedReason[]> {
  const [t, n] = await Promise.all([getTranslations("matches"), getTranslations("needs")]);
  const joined = (items: string[]) => items.join(t("and"));
  const missing = (["need", "achievement"] as const).flatMap((side): WordedReason[] => {
    const fields = match.reasons.flatMap(({ code, values = {} }) => (code === "missing" && values.side === side && t.has(`field.${text(values.field)}` as never) ? [t(`field.${text(values.field)}` as never)] : []));
    return fields.length > 0 ? [{ side: "lacks", part: "", words: t("say.missing", { side: t(`kind.${side}`), fields: joined(fields) }) }] : [];
  });
  const modes = (value: unknown) => joined(list(value).map((mode) => codeName("mode", mode)));
  // Five elements are five reasons, and one sentence: said one by one they push money and stage out of sight.
  const first = new Map(match.reasons.map(({ code }, at): [string, number] => [code, at]).reverse());
  const elements = (of: string) => joined(match.reasons.flatMap(({ code, values = {} }) => (code === of && values.element ? [t(`element.${text(values.element)}` as never)] : [])));
  const figures = (value: unknown) => (Array.isArray(value) ? (value as ComparedFigure[]) : []).map(({ name, comparator, asked, offered, unit }) => t("figure", { name, asked: `${n(`sign.${comparator}`)}${asked}`, offered, unit: unit === "—" ? "" : unit }));
  const said = match.reasons.flatMap(({ code, values = {} }, at): WordedReason[] => {
    if (code === "missing" || !t.has(`say.${code}` as never)) return [];
    if (partOf[code] === "elements" && first.get(code) !== at) return [];
    const words = t(`say.${code}` as never, {
      words: joined(list(values.words)), term: termName(text(values.term)), element: elements(code),
      required: text(values.required), requiredName: maturityName(Number(values.required)), offered: Array.isArray(values.offered) ? modes(values.offered) : text(values.offered), gap: text(values.gap),
      modes: modes(values.modes), wanted: modes(values.wanted), price: formatMoney(Number(values.priceFen ?? 0)), budget: formatMoney(Number(values.budgetFen ?? 0)),
      district: districtShortName(text(values.district)), city: districtName(`${text(values.district).slice(0, 4)}00`), province: districtName(`${text(values.district).slice(0, 2)}0000`), figures: joined(figures(values.figures)),
    } as never);
    return [{ side: differs.has(code) ? "differs" : "fits", part: partOf[code] ?? "", words }];
  });
  return [...said, ...missing];
}
