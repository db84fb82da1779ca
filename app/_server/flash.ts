import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";

const name = "flash";

/** Remembers for the next page that an act took effect. The cookie lives for seconds and holds a key, no words. */
export async function setFlash(key: string): Promise<void> {
  (await cookies()).set(name, key, { path: "/", maxAge: 8, sameSite: "lax" });
}

/** The sentence of what has just been done, in the words of the catalog "flash"; null when there is none. */
export async function readFlash(): Promise<string | null> {
  const key = (await cookies()).get(name)?.value;
  if (!key) return null;
  const t = await getTranslations("flash");
  return t.has(key as never) ? t(key as never) : null;
}
