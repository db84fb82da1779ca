import { z } from "zod";
import { line } from "@/lib/core/fields";
import type { FieldProblem } from "@/lib/core/errors";
import { achievementStages } from "@/lib/listings/states";
import { audienceMap, codeList, draftLine, draftText, editInput, fenOrNull, level, optionalCode, rows, sayEntries, shortList, typedWan, type ReadForm } from "@/lib/listings/input";
import { MOST_KEYWORDS } from "@/lib/listings/rules";
import { achievementAudienceFields } from "./rules";

const optionalLine = draftLine.transform((value) => value || undefined).optional();

/** What was not chosen is empty in the draft and asked for at the submission: a guess would be published as the author's word. */
const chosen = z.preprocess((typed) => typed ?? "", z.string().max(40));
const ipRow = z.object({ kind: chosen, number: optionalLine, status: chosen, title: optionalLine });
const advantageRow = z.object({ indicator: draftLine.default(""), ours: draftLine.default(""), unit: draftLine.default(""), current: draftLine.default(""), evidence: draftLine.default("") });
const completerRow = z.object({ name: draftLine, title: optionalLine, organisation: optionalLine });

const priceKinds = ["negotiable", "fixed", "from"] as const;

/** What an author writes, every part on its own; what is left out stays as it is. */
export const achievementContent = z.object({
  title: draftLine.optional(),
  summary: draftText.optional(),
  description: draftText.optional(),
  industryCode: optionalCode.optional(),
  fieldCode: optionalCode.optional(),
  directionCode: optionalCode.optional(),
  keywords: shortList.optional(),
  maturity: level.optional(),
  stage: z.preprocess((typed) => (typed === "" ? null : typed), z.enum(achievementStages).nullable()).optional(),
  ip: rows(ipRow).optional(),
  scenes: shortList.optional(),
  advantages: rows(advantageRow).optional(),
  modes: codeList.optional(),
  priceKind: z.enum(priceKinds).optional(),
  priceFen: fenOrNull.optional(),
  coOwners: shortList.optional(),
  completers: rows(completerRow).optional(),
  districtCode: optionalCode.optional(),
  audience: audienceMap(achievementAudienceFields).optional(),
});

export const draftInput = achievementContent.extend({ title: line({ max: 500 }) });
export const editAchievementInput = editInput(achievementContent);

/** What the editor's form sends, made ready for `edit`; a price that is no amount is left out, and reported if it is asked for. */
export function readAchievementForm(form: Record<string, unknown>): ReadForm<Record<string, unknown>> {
  const problems: Record<string, FieldProblem> = {};
  const { price, ...content } = form;
  const priceFen = typedWan(price, "price", form.priceKind === "negotiable" ? {} : problems);
  const lines = Object.fromEntries((["scenes", "coOwners"] as const).flatMap((name) => (typeof content[name] === "string" ? [[name, content[name].split(/\r?\n/)]] : [])));
  sayEntries(form.keywords, "keywords", problems, MOST_KEYWORDS);
  for (const [name, given] of Object.entries(lines)) sayEntries(given, name, problems);
  // A group whose last line was removed sends nothing at all.
  return { content: { ip: [], advantages: [], completers: [], modes: [], ...content, ...lines, ...(priceFen === undefined ? {} : { priceFen }) }, problems };
}
