import { isSameOrigin, readForm, smallForm } from "@/app/_server/request";
import { parsePreferences, themeCookie, typeCookie } from "@/app/_components/shell/preferences";
import { env } from "@/lib/core/env";

const yearInSeconds = 31_536_000;

/** The page the form stood on, if it is ours; the address of another site is never followed. */
function pathOfReferrer(request: Request): string {
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return "/";
  const url = new URL(referrer);
  return url.host === host && !url.pathname.startsWith("//") ? url.pathname + url.search : "/";
}

/**
 * Remembers theme and type size in cookies and goes back to the page. A plain form, so that it works without script;
 * another site's form is refused, because it could make the page hard to read for someone.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const form = await readForm(request, smallForm);
  if (form instanceof Response) return form;
  const asked = { theme: form.get("theme")?.toString(), type: form.get("type")?.toString() };
  const clean = parsePreferences(asked.theme, asked.type);
  const secure = env().publicUrl.startsWith("https:") ? "; Secure" : "";
  const headers = new Headers({ Location: pathOfReferrer(request), "Cache-Control": "no-store" });
  const keep = (name: string, value: string) =>
    headers.append("Set-Cookie", `${name}=${value}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax; HttpOnly${secure}`);
  if (asked.theme !== undefined) keep(themeCookie, clean.theme);
  if (asked.type !== undefined) keep(typeCookie, clean.type);
  return new Response(null, { status: 303, headers });
}
