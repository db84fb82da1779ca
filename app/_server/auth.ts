import { cookies } from "next/headers";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { decode, encode } from "next-auth/jwt";
import { networkAddress } from "@/app/_server/request";
import { absoluteMs, endSession, startSession } from "@/lib/users/sessions";
import { verifyPassword } from "@/lib/users/verify-password";
import { authSecret, env } from "@/lib/core/env";

function overHttps(): boolean {
  return env().publicUrl.startsWith("https://");
}

/** `__Host-` binds the cookie to this very host and to https; a browser refuses it over http (domain A12). */
function sessionCookieName(): string {
  return overHttps() ? "__Host-session" : "session";
}

function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: overHttps() } as const;
}

const maxAge = absoluteMs / 1000;

/** The cookie holds nothing but the session's id, encrypted; the row in Postgres decides whether it still counts. */
export async function setSessionCookie(sid: string): Promise<void> {
  const token = await encode({ token: { sid }, secret: authSecret(), maxAge });
  (await cookies()).set(sessionCookieName(), token, { ...sessionCookieOptions(), maxAge });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}

/** What a cookie says never changes, and to derive its key and decrypt it takes a millisecond of every request: those read lately are known. Only ours get in. */
const readLately = new Map<string, { sid: string; until: number }>();
const mostRead = 2_000;

/** The session id in this request's cookie, or null: not signed in, expired, or not made with our secret. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const known = readLately.get(token);
  if (known && Date.now() < known.until) return known.sid;
  try {
    const content = await decode({ token, secret: authSecret() });
    if (typeof content?.sid !== "string") return null;
    if (readLately.size >= mostRead) readLately.clear();
    readLately.set(token, { sid: content.sid, until: Number(content.exp ?? 0) * 1000 });
    return content.sid;
  } catch {
    // A forged or outdated cookie is the same as none.
    return null;
  }
}

/**
 * The library's own way in (`/api/auth/*`), for clients that speak it; our form posts to `/api/sign-in` instead,
 * because it has to work without scripts. Built per call: the environment is read at run time, not at build time.
 */
export function authOptions(): AuthOptions {
  // The library knows the site's address by this name alone, and takes http://localhost:3000 where only PUBLIC_URL is set.
  process.env.NEXTAUTH_URL ||= env().publicUrl;
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge },
    pages: { signIn: "/sign-in" },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const found = await verifyPassword(given?.email ?? "", given?.password ?? "", await networkAddress());
          if (found.status !== "ok") return null;
          return { id: await startSession(found.userId, null) };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => session,
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await endSession(token.sid);
      },
    },
  };
}
