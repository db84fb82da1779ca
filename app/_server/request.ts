import { headers } from "next/headers";

/** The asker's network address as the nearest proxy saw it; null when nothing tells. Good for limits, not for proof. */
export async function networkAddress(): Promise<string | null> {
  const forwarded = (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return forwarded ? forwarded.slice(0, 64) : null;
}

/** What another site's form sends must change nothing here: every route that takes a post asks this first. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (!origin || origin === "null") return request.headers.get("sec-fetch-site") !== "cross-site";
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The most that a form of a few short fields may weigh, in bytes. */
export const smallForm = 16 * 1024;

/**
 * What a request brings, counted while it comes: the length that it announces need not be true, and nobody has said yet who they are.
 * @returns null where it is more
 */
export async function readBody(request: Request, max: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length")) > max) return null;
  const [chunks, reader]: [Uint8Array[], ReadableStreamDefaultReader<Uint8Array> | undefined] = [[], request.body?.getReader()];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    // Not cancelled: that would close the connection before the answer is sent.
    if (size > max) return null;
    chunks.push(part.value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

/** The rest of it is not waited for. */
export function tooLarge(): Response {
  return new Response(null, { status: 413, headers: { Connection: "close" } });
}

/** The form that a request brings; an answer instead where it is larger than a page of ours sends, or none. */
export async function readForm(request: Request, max: number): Promise<FormData | Response> {
  try {
    const body = await readBody(request, max);
    if (!body) return tooLarge();
    return await new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData();
  } catch {
    return new Response(null, { status: 400 });
  }
}

/** Sends the browser on with GET, to a path of ours. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
