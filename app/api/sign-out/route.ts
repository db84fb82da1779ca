import { clearSessionCookie, readSessionId } from "@/app/_server/auth";
import { setFlash } from "@/app/_server/flash";
import { isSameOrigin, seeOther } from "@/app/_server/request";
import { endSession } from "@/lib/users/sessions";

/** Ends the session's row too: a copied cookie is worth nothing afterwards. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const sid = await readSessionId();
  if (sid) await endSession(sid);
  await clearSessionCookie();
  await setFlash("signedOut");
  return seeOther("/");
}
