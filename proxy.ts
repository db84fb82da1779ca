import { NextResponse, type NextRequest } from "next/server";

const development = process.env.NODE_ENV === "development";

/**
 * Only what this very answer carries may run: its scripts bear a nonce that nobody can guess, and what they load in
 * turn is trusted (`strict-dynamic`). No third party at all. Styles stay open: React writes style attributes.
 * React's development build needs `eval`.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Gives every page its policy, and tells the gate which page was asked for, so that one comes back to it after signing in. Decides nothing. */
export function proxy(request: NextRequest) {
  const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString("base64"));
  const headers = new Headers(request.headers);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce from here and puts it on every script it writes.
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Pages only: what is fetched from /api or as a file runs nothing (next.config.ts closes it altogether). */
export const config = { matcher: ["/((?!api/|_next/|fonts/|favicon.svg|.*\\.(?:svg|png|ico|txt|webmanifest)$).*)"] };
