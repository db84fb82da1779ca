import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Lost } from "@/app/_components/shell/lost";
import { env } from "@/lib/core/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors"))("notFoundTitle") };
}

/**
 * Also what a stranger sees of a record he may not know: the same words as for one that never was. Next sends this page
 * along with every other one, in case it is needed: its words only, what draws them stands in the browser.
 */
export default async function NotFound() {
  const t = await getTranslations("errors");
  const shell = await getTranslations("shell");
  const { phone } = env().site;
  return (
    <Lost
      name={[shell("nameLine1"), shell("nameLine2")]}
      words={{
        title: t("notFoundTitle"), code: t("code404"), body: t("notFoundBody"), search: t("search"), home: t("home"), desk: t("desk"),
        submit: (await getTranslations("ui.search"))("submit"), ...(phone ? { feedback: t("feedback", { phone }) } : {}),
      }}
    />
  );
}
