import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { Figure } from "@/app/_components/ui/facts";
import { formatCount } from "@/lib/core/figures";
import type { DeskFigures as Figures } from "@/lib/organisations/desk";

/** Where the organisation stands, each figure a way to its list. */
export async function DeskFigures({ figures, slug, mayWrite }: { figures: Figures; slug: string; mayWrite: boolean }) {
  const t = await getTranslations("organisations.desk");
  const o = `/o/${slug}`;
  const items = [["achievements", `${o}/achievements`], ["needs", `${o}/needs`], ["deals", `${o}/deals`], ["contracts", `${o}/contracts`]] as const;
  return (
    <section className="panel grid gap-4" aria-labelledby="year">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="year" className="text-h3">{t("year")}</h2>
        {mayWrite ? (
          <p className="flex gap-3"><LinkButton href={`${o}/achievements/new`}>{t("newAchievement")}</LinkButton><LinkButton href={`${o}/needs/new`}>{t("newNeed")}</LinkButton></p>
        ) : null}
      </div>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
        {items.map(([key, href]) => (
          <Figure key={key} label={<Link href={href}>{t(key)}</Link>} value={formatCount(figures[key])} />
        ))}
      </div>
    </section>
  );
}
