import type { FormState } from "./form-state";

/** `of`: the value that was asked about; `sentence`: the question, said as a refusal, while it has no answer. */
export type AskedQuestion = { of: string; sentence: string; open: boolean };

/**
 * What the box `name` asks about the field `about`, in answer to what the server, or the form itself, said last. A question stays while a form is refused
 * for something else: what it was asked of travels along as `<name>Of` and its words as `<name>Question`. An empty field is no other value: it
 * is waiting for one. Of another value nothing was asked.
 */
export function askedQuestion(state: FormState, name: string, about: string): AskedQuestion | null {
  const valueOf = (field: string) => [state.values?.[field]].flat()[0] ?? "";
  const typed = valueOf(about), asked = state.problems?.[name];
  if (asked !== undefined) return { of: typed, sentence: asked, open: true };
  const of = valueOf(`${name}Of`);
  if (of === "" || (typed !== "" && typed !== of)) return null;
  return { of, sentence: valueOf(`${name}Question`), open: state.values?.[name] === undefined };
}
