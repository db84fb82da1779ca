import type { CheckupFinding } from "@/db/schema";
import { lengthOf } from "@/lib/core/typed-text";
import type { ContentOf } from "@/lib/listings/content";
import { hasFigure } from "@/lib/readings/figures";
import { EVIDENCE_WORDS } from "./data/words";
import { checkupOf, isCopied, isMeasured, mentions, placeFindings, titleFindings, type Checkup } from "./rules";

type Content = ContentOf["achievement"];

/** Points of each part, 100 in all: what a buyer reads first weighs most. */
export const achievementParts = { title: 10, text: 20, measures: 20, comparison: 15, maturity: 15, cooperation: 15, place: 5 } as const;

/** Readiness from which a reader expects to be told how it was shown (TRL 4: a small trial). */
const NEEDS_EVIDENCE = 4;

/** What a reader of this achievement will miss. Advice only. */
export function checkAchievement(content: Content, attachments: number): Checkup {
  return checkupOf(achievementParts, [
    ...titleFindings(content.title, toldIn(content)), ...textFindings(content), ...measureFindings(content), ...comparisonFindings(content),
    ...maturityFindings(content, attachments), ...cooperationFindings(content), ...placeFindings(content),
  ]);
}

const toldIn = ({ summary, description, scenes, advantages }: Content): string => [summary, description, ...scenes, ...advantages.map((row) => row.indicator)].join("\n");

function textFindings({ title, summary, description, scenes }: Content): CheckupFinding[] {
  const findings: CheckupFinding[] = [];
  const add = (code: string, field: string, points: number, values?: CheckupFinding["values"]) => findings.push({ code, part: "text", field, points, ...(values ? { values } : {}) });
  const [short, long] = [lengthOf(summary.trim()), lengthOf(description.trim())];
  if (short < 50) add("summary_short", "summary", 4, { is: short });
  if (long < 100) add("description_short", "description", 6, { is: long });
  if (!hasFigure(`${summary}\n${description}`)) add("no_figures", "description", 5);
  else if (!hasFigure(summary)) add("summary_without_figure", "summary", 2);
  if (isCopied(summary, description) || isCopied(title, summary)) add("copied", "description", 4);
  if (scenes.length === 0) add("no_scene", "scenes", 3);
  return findings;
}

function measureFindings({ advantages }: Content): CheckupFinding[] {
  const part = "measures", field = "advantages";
  if (advantages.length === 0) return [{ code: "no_indicator", part, field, points: 20 }];
  const vague = advantages.find((row) => !isMeasured(row.ours));
  const measured = advantages.filter((row) => isMeasured(row.ours));
  if (measured.length === 0) return [{ code: "indicator_not_measured", part, field, points: 15, values: { name: vague?.indicator ?? "" } }];
  const findings: CheckupFinding[] = vague ? [{ code: "indicator_not_measured", part, field, points: 4, values: { name: vague.indicator } }] : [];
  const bare = measured.find((row) => !row.unit && !/[\p{L}%‰]/u.test(row.ours));
  if (bare) findings.push({ code: "indicator_without_unit", part, field, points: 3, values: { name: bare.indicator } });
  if (measured.length === 1) findings.push({ code: "one_indicator", part, field, points: 3 });
  return findings;
}

function comparisonFindings({ advantages }: Content): CheckupFinding[] {
  const part = "comparison", field = "advantages";
  const findings: CheckupFinding[] = [];
  const without = advantages.find((row) => !row.current);
  if (!advantages.some((row) => row.current)) findings.push({ code: "no_comparison", part, field, points: 10 });
  else if (without) findings.push({ code: "indicator_without_comparison", part, field, points: 3, values: { name: without.indicator } });
  if (!advantages.some((row) => row.evidence)) findings.push({ code: "no_evidence", part, field, points: 5 });
  return findings;
}

function maturityFindings({ maturity, summary, description, advantages }: Content, attachments: number): CheckupFinding[] {
  const part = "maturity";
  if (!maturity) return [{ code: "no_maturity", part, field: "maturity", points: 15 }];
  if (maturity < NEEDS_EVIDENCE) return [];
  const said = mentions([summary, description, ...advantages.map((row) => row.evidence)].join("\n"), EVIDENCE_WORDS);
  if (!said) return [{ code: "maturity_without_evidence", part, field: "description", points: attachments > 0 ? 3 : 8, values: { level: maturity } }];
  return attachments === 0 ? [{ code: "no_attachment", part, field: "files", points: 3 }] : [];
}

function cooperationFindings({ modes, priceKind, priceFen, ip }: Content): CheckupFinding[] {
  const part = "cooperation";
  const findings: CheckupFinding[] = [];
  if (modes.length === 0) findings.push({ code: "no_modes", part, field: "modes", points: 8 });
  if (priceKind === "negotiable" || priceFen === null) findings.push({ code: "no_price", part, field: "price", points: 3 });
  if (ip.length === 0) findings.push({ code: "no_ip", part, field: "ip", points: 4 });
  return findings;
}
