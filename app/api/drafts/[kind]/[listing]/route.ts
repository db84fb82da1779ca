import { compareWithSaved, printsOfSaved } from "@/app/_components/listing/compare-saves";
import { editorInput } from "@/app/_components/listing/editor-input";
import { wordProblems, wordUnsaved } from "@/app/_components/listing/field-labels";
import { isEditedMeanwhile } from "@/app/_components/listing/save-and-go";
import { maybeActor } from "@/app/_server/actor";
import { refused } from "@/app/_server/action";
import { isSameOrigin, readForm } from "@/app/_server/request";
import { edit as editAchievement } from "@/lib/achievements/edit";
import { clock } from "@/lib/core/clock";
import { formatTime } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { edit as editNeed } from "@/lib/needs/edit";

type Context = { params: Promise<{ kind: string; listing: string }> };

/** Drafts are kept as typed, however long (lib/listings/input.ts); this is more than anybody types. */
const draftForm = 4 * 1024 * 1024;

const acts = { achievement: editAchievement, need: editNeed };

/** The autosave of the editor: same act as its button, answered as JSON. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { kind, listing } = await params;
  if (kind !== "achievement" && kind !== "need") return new Response(null, { status: 404 });
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const actor = await maybeActor();
  if (actor.kind === "visitor") {
    const { message, link } = await refused(new NotFound(), actor, new FormData(), acts[kind].eventName);
    return Response.json({ message, link }, { status: 401 });
  }
  const form = await readForm(request, draftForm);
  if (form instanceof Response) return form;
  form.set("_listing", listing);
  const { input, problems, unread } = editorInput(kind, form);
  try {
    const { lock } = await acts[kind](actor, input);
    return Response.json({ lock, base: await printsOfSaved(kind, actor, listing), time: formatTime(clock.now()), problems: await wordProblems(kind, problems), unread });
  } catch (error) {
    const { message, problems: sentences, link } = await refused(error, actor, form, acts[kind].eventName);
    const answer = { message: (await wordUnsaved(kind, error)) ?? message ?? Object.values(sentences ?? {})[0], link };
    if (!isEditedMeanwhile(error)) return Response.json(answer, { status: 422 });
    return Response.json({ ...answer, comparison: await compareWithSaved(kind, actor, form) }, { status: 409 });
  }
}
