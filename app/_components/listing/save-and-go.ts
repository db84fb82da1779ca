import { maybeActor } from "@/app/_server/actor";
import { refused } from "@/app/_server/action";
import type { Act } from "@/lib/command";
import { Conflict, isKnownError } from "@/lib/core/errors";
import type { ListingKind } from "@/lib/listings/states";
import { elementNames } from "@/lib/needs/input";
import { adoptPlace } from "@/lib/readings/adopt-place";
import { compareWithSaved, type Comparison } from "./compare-saves";
import { editorInput } from "./editor-input";
import { wordUnsaved } from "./field-labels";
import { fillFields } from "./fill-fields";
import { ownPath } from "./form-paths";

type Acts = { edit: Act<{ lock: number; savedAt: string }>; answerRemark: Act<{ id: string; remarkId: string }> };

/** What the editor is told when it could not be saved. Without script the page shows from this what was typed. */
export type EditorAnswer = {
  message?: string | undefined;
  link?: { href: string; label: string } | undefined;
  /** Somebody else saved meanwhile: one chooses field by field. */
  conflict?: boolean | undefined;
  comparison?: Comparison | undefined;
  typed?: [string, string][] | undefined;
};

/**
 * The editor without script, its buttons that answer a remark, and the merging of two people's texts: saves
 * everything typed first.
 * @returns where to go, or why it was not saved, with everything that was typed
 */
export async function saveAndGo(kind: ListingKind, { edit, answerRemark }: Acts, form: FormData): Promise<string | EditorAnswer> {
  const actor = await maybeActor();
  const id = String(form.get("_listing") ?? "");
  const editor = ownPath(form, kind, id, "edit");
  const taken = takeSentence(form) || fillFields(kind, form);
  try {
    const { lock } = await edit(actor, editorInput(kind, form).input);
    const [remarkId, status] = String(form.get("_answer") ?? "").split(":");
    if (remarkId && status) {
      await answerRemark(actor, { listingId: id, remarkId, status, answer: status === "explained" ? form.get(`_reason.${remarkId}`) : null });
      return `${editor}?answered=${remarkId}`;
    }
    const adopted = form.get("_adopt");
    if (adopted) {
      const { lock: newer } = await adoptPlace(actor, { listingId: id, lock, session: form.get("_session"), code: adopted });
      return `${editor}?merged=${newer}`;
    }
    // The fields below have to show what was merged or taken over, so the page must not keep what it had.
    if (taken || form.has("_merge")) return `${editor}?merged=${lock}`;
  } catch (error) {
    const { message, link, problems } = await refused(error, actor, form, edit.eventName);
    const comparison = isKnownError(error) ? await compareWithSaved(kind, actor, form).catch(() => undefined) : undefined;
    const typed = [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string" && !pair[0].startsWith("$ACTION"));
    return { message: (await wordUnsaved(kind, error)) ?? message ?? Object.values(problems ?? {})[0], link, conflict: isEditedMeanwhile(error), comparison, typed };
  }
  const next = form.get("_next");
  return next === "check" ? ownPath(form, kind, id, "check") : next === "close" ? ownPath(form, kind, id) : `${editor}?saved=1`;
}

/** A sentence of the text that reads like one of the five elements goes into its box (`_sentence`: "effect=…"), below what stands there. */
function takeSentence(form: FormData): boolean {
  const [, name = "", sentence = ""] = /^(\w+)=(.+)$/su.exec(String(form.get("_sentence") ?? "")) ?? [];
  if (!elementNames.some((known) => known === name)) return false;
  const field = `elements.${name}`, typed = String(form.get(field) ?? "").trimEnd();
  if (!typed.includes(sentence)) form.set(field, typed ? `${typed}\n${sentence}` : sentence);
  return true;
}

export function isEditedMeanwhile(error: unknown): boolean {
  return error instanceof Conflict && error.code === "edited_meanwhile";
}
