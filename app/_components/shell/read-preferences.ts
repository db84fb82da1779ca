import { cookies } from "next/headers";
import { parsePreferences, themeCookie, typeCookie } from "./preferences";
import type { Preferences } from "./preferences";

/** Read on the server, so that the first paint is right without any script. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  return parsePreferences(jar.get(themeCookie)?.value, jar.get(typeCookie)?.value);
}
