import { cookies } from "next/headers";
import { ownPath } from "@/app/_server/actor";
import { setSessionCookie } from "@/app/_server/auth";
import { deskPath } from "@/app/_server/desk";
import { isSameOrigin, networkAddress, readForm, seeOther, smallForm } from "@/app/_server/request";
import { firstCharacters } from "@/lib/core/typed-text";
import { personOfUser, startSession } from "@/lib/users/sessions";
import { verifyPassword } from "@/lib/users/verify-password";

/** Signing in works without script: the form posts here and the browser is sent on. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const form = await readForm(request, smallForm);
  if (form instanceof Response) return form;
  const email = firstCharacters(String(form.get("email") ?? ""), 254);
  const next = ownPath(form.get("next"));
  const found = await verifyPassword(email, String(form.get("password") ?? ""), await networkAddress());
  if (found.status !== "ok") {
    // What was typed comes back; the password does not.
    (await cookies()).set("typed-email", email, { path: "/sign-in", maxAge: 120, httpOnly: true, sameSite: "lax" });
    const query = new URLSearchParams({ problem: found.status, ...(found.status === "wait" ? { minutes: String(found.minutes) } : {}), ...(next ? { next } : {}) });
    return seeOther(`/sign-in?${query}`);
  }
  await setSessionCookie(await startSession(found.userId, request.headers.get("user-agent")));
  const person = await personOfUser(found.userId);
  return seeOther(next ?? (person ? deskPath(person) : "/"));
}
