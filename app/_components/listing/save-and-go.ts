import { maybeActor } from "@/app/_server/actor";
import type { Act } from "@/lib/command";
import { Invalid, isKnownError } from "@/lib/core/errors";
import { logWithReference } from "@/lib/core/log";
import type { ListingKind } from "@/lib/listings/states";
import { editorInput } from "./editor-input";
import { ownPath } from "./form-paths";

type Acts = { edit: Act<{ lock: number; savedAt: string }>; answerRemark: Act<{ id: string; remarkId: string }> };

/**
 * The editor without script, and its buttons that answer a remark: saves everything typed first.
 * @returns where to go; a refusal comes back to the editor with its code in the address
 */
export async function saveAndGo(kind: ListingKind, { edit, answerRemark }: Acts, form: FormData): Promise<string> {
  const actor = await maybeActor();
  const id = String(form.get("_listing") ?? "");
  const editor = ownPath(form, kind, id, "edit");
  try {
    await edit(actor, editorInput(kind, form).input);
    const [remarkId, status] = String(form.get("_answer") ?? "").split(":");
    if (remarkId && status) {
      await answerRemark(actor, { listingId: id, remarkId, status, answer: status === "explained" ? form.get(`_reason.${remarkId}`) : null });
      return `${editor}?answered=${remarkId}`;
    }
  } catch (error) {
    if (!isKnownError(error)) logWithReference(error, edit.eventName);
    const code = error instanceof Invalid ? "invalid" : isKnownError(error) ? error.code : "unexpected";
    const values = isKnownError(error) ? Object.entries(error.values).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join("") : "";
    return `${editor}?problem=${code}${values}`;
  }
  const next = form.get("_next");
  return next === "check" ? ownPath(form, kind, id, "check") : next === "close" ? ownPath(form, kind, id) : `${editor}?saved=1`;
}
