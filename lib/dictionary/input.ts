import { z } from "zod";
import { directionOf, fieldOf } from "@/lib/codes/taxonomy";
import { line, optional, problem, recordId, text } from "@/lib/core/fields";
import { recordIds } from "@/lib/core/record-ids";
import { cleanLine, lengthOf } from "@/lib/core/typed-text";
import { normalise } from "@/lib/engine/analyse";
import { entryKinds } from "./states";

const longest = 40;

/** Members of a group as typed into one box, by line or by separator; spellings that are the same to search are one. */
const members = z.preprocess(
  (typed) => (typeof typed === "string" ? typed.split(/[\n\r;\uFF1B\u3001\uFF0C=\uFF1D]/u) : typed),
  z.array(z.string()).transform((parts, context) => {
    const said = new Map<string, string>();
    for (const part of parts.map(cleanLine).filter(Boolean)) said.set(normalise(part), said.get(normalise(part)) ?? part);
    const all = [...said.values()];
    // One letter or character would be found everywhere.
    const short = all.find((one) => lengthOf(one) < 2), long = all.find((one) => lengthOf(one) > longest);
    if (all.length === 0) context.addIssue({ code: "custom", message: problem("required") });
    else if (short) context.addIssue({ code: "custom", message: problem("word_too_short", { word: short }) });
    else if (long) context.addIssue({ code: "custom", message: problem("too_long", { max: longest, is: lengthOf(long), over: lengthOf(long) - longest }) });
    else if (all.length > 8) context.addIssue({ code: "custom", message: problem("too_many", { max: 8 }) });
    return all;
  }),
);
const fieldCode = z.preprocess((typed) => (typed === "" || typed === undefined ? null : typed), z.string().max(20).nullable())
  .refine((code) => code === null || fieldOf(code) !== undefined || directionOf(code) !== undefined, problem("choose"));

const said = { members, fieldCode, note: optional(text(1, 200)).optional() };

/** A group needs two members, a word is one. */
export const addEntryInput = z.object({ entryKind: z.enum(entryKinds, problem("choose")), ...said }).superRefine(({ entryKind, members: all }, context) => {
  if (entryKind === "synonym" ? all.length < 2 : all.length !== 1) context.addIssue({ code: "custom", path: ["members"], message: problem(entryKind === "synonym" ? "group_of_one" : "one_word") });
});
export const changeEntryInput = z.object({ entryId: recordId(), ...said });
/** One entry, or those that are ticked in the list. */
export const entryRefs = z.object({ entryIds: recordIds() });
export const addSampleInput = z.object({ query: line({ min: 1, max: 100 }) });
export const sampleRef = z.object({ sampleId: recordId() });
export const requestEditionInput = z.object({});
