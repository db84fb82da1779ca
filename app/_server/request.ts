import { headers } from "next/headers";

/** The asker's network address as the nearest proxy saw it; null when nothing tells. Good for limits, not for proof. */
export async function networkAddress(): Promise<string | null> {
  const forwarded = (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return forwarded ? forwarded.slice(0, 64) : null;
}

/** A form of another site must not sign anybody in or out here. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (!origin || origin === "null") return request.headers.get("sec-fetch-site") !== "cross-site";
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The form that a request brings; null where its body is none, which no page of ours sends. */
export function readForm(request: Request): Promise<FormData | null> {
  return request.formData().catch(() => null);
}

/** Sends the browser on with GET, to a path of ours. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
