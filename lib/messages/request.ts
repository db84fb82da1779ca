import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AbstractIntlMessages } from "next-intl";
import { getRequestConfig } from "next-intl/server";

const locale = "zh-CN";

let kept: AbstractIntlMessages | undefined;

/** Every `lib/messages/zh-CN/<feature>.json` becomes the namespace `<feature>`. Read once in production, each time in development. */
function catalogs(): AbstractIntlMessages {
  if (kept && process.env.NODE_ENV === "production") return kept;
  // Catalogs are read from disk, not bundled: a new feature only has to add its file.
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "lib", "messages", locale);
  kept = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [path.basename(file, ".json"), JSON.parse(readFileSync(path.join(folder, file), "utf8")) as AbstractIntlMessages]),
  );
  return kept;
}

export default getRequestConfig(async () => ({ locale, timeZone: "Asia/Shanghai", messages: catalogs() }));
