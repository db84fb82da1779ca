import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NameMark } from "@/app/_components/shell/name-mark";
import { SearchBox } from "@/app/_components/ui/navigation";
import { env } from "@/lib/core/env";

/** Also what a stranger sees of a record he may not know: the same words as for one that never was. */
export default async function NotFound() {
  const t = await getTranslations("errors");
  const { phone } = env().site;
  return (
    <main className="measure grid max-w-3xl content-start gap-6 py-14">
      <Link href="/" aria-label={t("home")} className="hover:no-underline"><NameMark /></Link>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>{t("notFoundTitle")}</h1>
        <p className="text-lead text-ink-3">{t("code404")}</p>
      </div>
      <p className="text-lead text-ink-2">{t("notFoundBody")}</p>
      <SearchBox action="/search" label={t("search")} placeholder={t("search")} large />
      <p className="flex flex-wrap gap-x-8 gap-y-2 text-ui">
        <Link href="/">{t("home")}</Link>
        <Link href="/me">{t("desk")}</Link>
        {phone ? <span className="text-ink-2">{t("feedback", { phone })}</span> : null}
      </p>
    </main>
  );
}
