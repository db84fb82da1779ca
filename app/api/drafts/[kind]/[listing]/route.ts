import { editorInput } from "@/app/_components/listing/editor-input";
import { maybeActor } from "@/app/_server/actor";
import { refused } from "@/app/_server/action";
import { wordFields } from "@/app/_server/word-problems";
import { edit as editAchievement } from "@/lib/achievements/edit";
import { clock } from "@/lib/core/clock";
import { formatTime } from "@/lib/core/dates";
import { Conflict } from "@/lib/core/errors";
import { edit as editNeed } from "@/lib/needs/edit";

type Context = { params: Promise<{ kind: string; listing: string }> };

const acts = { achievement: editAchievement, need: editNeed };

/** The autosave of the editor: same act as its button, answered as JSON. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { kind, listing } = await params;
  if (kind !== "achievement" && kind !== "need") return new Response(null, { status: 404 });
  // Our own pages only: another site's form must not save into a draft.
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  const actor = await maybeActor();
  const form = await request.formData();
  const { input, problems } = editorInput(kind, form);
  try {
    const { lock } = await acts[kind](actor, { ...input, listingId: listing });
    return Response.json({ lock, time: formatTime(clock.now()), problems: await wordFields(problems, form) });
  } catch (error) {
    const answer = await refused(error, actor, form, acts[kind].eventName);
    const conflict = error instanceof Conflict && error.code === "edited_meanwhile";
    return Response.json({ message: answer.message ?? Object.values(answer.problems ?? {})[0], conflictLock: conflict ? error.values.lock : undefined }, { status: conflict ? 409 : 422 });
  }
}
