import { ownPath } from "@/app/_server/actor";
import { setSessionCookie } from "@/app/_server/auth";
import { deskPath } from "@/app/_server/desk";
import { isSameOrigin, readForm, seeOther, smallForm } from "@/app/_server/request";
import { env } from "@/lib/core/env";
import { isId } from "@/lib/core/id";
import { isDemoUser } from "@/lib/users/queries";
import { personOfUser, startSession } from "@/lib/users/sessions";

/** One press signs in as somebody of the demo world. Outside the local environment this address does not exist. */
export async function POST(request: Request): Promise<Response> {
  if (env().appEnv !== "local") return new Response(null, { status: 404 });
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const form = await readForm(request, smallForm);
  if (form instanceof Response) return form;
  const userId = form.get("userId");
  const person = isId(userId) && (await isDemoUser(userId)) ? await personOfUser(userId) : null;
  if (!person) return seeOther("/sign-in");
  await setSessionCookie(await startSession(person.userId, request.headers.get("user-agent")));
  return seeOther(ownPath(form.get("next")) ?? deskPath(person));
}
