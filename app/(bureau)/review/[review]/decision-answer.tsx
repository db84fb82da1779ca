"use client";

import { useActForm } from "@/app/_components/ui/act-form";
import { FormAnswer } from "@/app/_components/ui/form-answer";

/**
 * The answer beside the buttons that asked for it: the head of this form is screens away from them. Last in the source, so that
 * it takes the focus after a dialog that closes has given it back to its button.
 */
export function DecisionAnswer() {
  return <div className="order-first max-h-[30vh] basis-full overflow-y-auto empty:hidden"><FormAnswer state={useActForm().state} /></div>;
}
