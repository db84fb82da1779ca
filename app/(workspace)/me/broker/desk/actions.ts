"use server";

import { action } from "@/app/_server/action";
import { ownPath } from "@/app/_server/actor";
import { introduce } from "@/lib/introductions/introduce";
import { markPair } from "@/lib/introductions/mark";
import { undoMark } from "@/lib/introductions/undo-mark";

/** The desk as it was filtered; `done` names the mark that can be taken back there. */
function backTo(form: FormData, done?: string): string {
  const path = ownPath(form.get("_back")) ?? "/me/broker/desk";
  return done ? `${path}${path.includes("?") ? "&" : "?"}done=${done}` : path;
}

export const mark = action(markPair, { then: ({ markId }, form) => backTo(form, markId) });
export const takeBack = action(undoMark, { then: (_result, form) => backTo(form), flash: "markUndone" });
export const recommend = action(introduce, { then: (_result, form) => backTo(form), flash: "pairIntroduced" });
