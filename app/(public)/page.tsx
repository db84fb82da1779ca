import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { ListingResults } from "@/app/_components/listing-result/listing-result";
import { SearchBox } from "@/app/_components/ui/navigation";
import { YearFigure } from "@/app/_components/year-figure/year-figure";
import { industries } from "@/lib/codes/taxonomy";
import { formatCount } from "@/lib/core/figures";
import type { SearchDocument } from "@/lib/engine/document";
import { Part } from "@/app/_server/part";
import { showcase } from "@/lib/search/showcase";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("front");
  return { title: t("title") };
}

const doors = [["university", "/search?kind=need"], ["enterprise", "/search?kind=achievement"], ["broker", "/brokers"], ["register", "/data"]] as const;

export default async function FrontPage() {
  const t = await getTranslations("front");
  const search = await getTranslations("search");
  const market = await showcase(6);
  return (
    <>
      <section className="border-b border-line bg-surface">
        <div className="measure grid gap-5 py-10 md:py-14">
          <h1 className="clauses">{t("heading")}</h1>
          <p className="text-lead text-ink-2">{t("lead")}</p>
          <div data-own-search className="max-w-[46rem]">
            <SearchBox action="/search" label={search("label")} placeholder={search("placeholder")} large suggest
              scope={{ name: "kind", label: t("scope"), options: [{ value: "", label: search("kind.all") }, { value: "achievement", label: search("kind.achievement") }, { value: "need", label: search("kind.need") }] }} />
          </div>
          <p className="flex flex-wrap items-center gap-x-5 text-dense text-ink-2">
            <span>{t("examples")}</span>
            {(t.raw("exampleWords") as string[]).map((word) => <Link key={word} href={`/search?q=${encodeURIComponent(word)}`} className="inline-flex min-h-(--target) items-center md:min-h-8">{word}</Link>)}
          </p>
        </div>
      </section>
      <div className="measure grid gap-10 py-10">
        <div className="grid gap-6 beside:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
          <Part name="year" of={() => YearFigure({})} />
          <nav aria-label={t("doors")} className="panel">
            <h2 className="text-h3">{t("doors")}</h2>
            <ul className="ledger mt-2">
              {doors.map(([door, href]) => (
                <li key={door}>
                  <Link href={href} className="grid min-h-8 grid-cols-[6.5em_minmax(0,1fr)_auto] items-center gap-3 text-ink">
                    <strong className="text-accent">{t(`door.${door}`)}</strong><span className="text-ink-2">{t(`door.${door}Text`)}</span><span aria-hidden className="text-ink-3">›</span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div className="grid gap-8 beside:grid-cols-2">
          <Newest kind="achievement" documents={market.achievements} total={market.totals.achievement} />
          <Newest kind="need" documents={market.needs} total={market.totals.need} />
        </div>
        <section>
          <h2>{t("industries")}</h2>
          <ul className="mt-4 grid grid-cols-1 gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
            {industries.map((industry) => {
              const counts = market.industries.get(industry.code) ?? { achievement: 0, need: 0 };
              return (
                <li key={industry.code} className="flex items-baseline justify-between gap-3 border-t border-line py-3">
                  <Link href={`/search?industry=${industry.code}`} className="max-md:py-2">{industry.zh}</Link>
                  <span className="text-dense text-ink-3">{t("industryCounts", { achievements: formatCount(counts.achievement), needs: formatCount(counts.need) })}</span>
                </li>
              );
            })}
          </ul>
        </section>
      </div>
    </>
  );
}

async function Newest({ kind, documents, total }: { kind: "achievement" | "need"; documents: SearchDocument[]; total: number }) {
  const t = await getTranslations("front");
  const search = await getTranslations("search");
  return (
    <section aria-labelledby={`newest-${kind}`}>
      <div className="flex items-baseline gap-3 border-b-2 border-line-strong pb-2">
        <h2 id={`newest-${kind}`} className="text-h3">{t(kind === "need" ? "newestNeeds" : "newestAchievements")}</h2>
        <span className="text-dense text-ink-3">{t("count", { count: formatCount(total) })}</span>
        <Link href={`/search?kind=${kind}&sort=newest`} className="ml-auto inline-flex min-h-(--target) items-center text-dense md:min-h-0">{t("more")}</Link>
      </div>
      {documents.length === 0 ? <p className="py-6 text-ink-2">{t("empty", { kind: search(`kind.${kind}`) })}</p> : <ListingResults hits={documents.map((document) => ({ document }))} level={3} phone={3} />}
    </section>
  );
}
