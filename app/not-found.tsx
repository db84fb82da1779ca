import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { lookWords } from "@/app/_components/shell/look-words";
import { Lost } from "@/app/_components/shell/lost";
import { readSessionId } from "@/app/_server/auth";
import { env } from "@/lib/core/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors"))("notFoundTitle") };
}

/**
 * Also what a stranger sees of a record he may not know: the same words as for one that never was. Next sends this page
 * along with every other one, in case it is needed: its words only, what draws them stands in the browser. Nothing is asked of the
 * database for it, so whose session it is stays open.
 */
export default async function NotFound() {
  const [t, shell, places] = await Promise.all([getTranslations("errors"), getTranslations("shell"), getTranslations("users.footer")]);
  const { phone } = env().site;
  const account = (await readSessionId()) ? { label: shell("workspace"), href: "/me" } : { label: shell("signIn"), href: "/sign-in" };
  return (
    <Lost
      frame={{ name: [shell("nameLine1"), shell("nameLine2")], home: t("home"), tools: shell("tools"), look: await lookWords(), account }}
      footer={[{ label: places("terms"), href: "/terms" }, { label: places("privacy"), href: "/privacy" }]}
      words={{
        title: t("notFoundTitle"), code: t("code404"), body: t("notFoundBody"), search: t("search"), desk: t("desk"),
        submit: (await getTranslations("ui.search"))("submit"), ...(phone ? { feedback: t("feedback", { phone }) } : {}),
      }}
    />
  );
}
