import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import { Chip } from "@/app/_components/ui/chip";
import { formatCount } from "@/lib/core/figures";
import type { Preview, PreviewLine } from "@/lib/search/preview-dictionary";

/** The first ten before and after, each with what becomes of it. */
export async function Compared({ preview: { before, after, totals, same } }: { preview: Preview }) {
  const t = await getTranslations("dictionary.preview");
  return (
    <div className="grid gap-3">
      <p><Chip small tone={same ? "mute" : "go"}>{t(same ? "same" : "changed")}</Chip></p>
      <div className="grid gap-4 md:grid-cols-2">
        <Column title={t("before", { count: formatCount(totals.before) })} lines={before} none={t("noHits")} fate={(line) => (line.after === null ? <Chip small tone="warn">{t("gone")}</Chip> : null)} />
        <Column title={t("after", { count: formatCount(totals.after) })} lines={after} none={t("noHits")}
          fate={(line) => (line.before === null ? <Chip small tone="ok">{t("new")}</Chip> : line.before === line.after ? null : <span className="text-note whitespace-nowrap text-ink-3">{t("moved", { place: line.before })}</span>)} />
      </div>
    </div>
  );
}

function Column({ title, lines, none, fate }: { title: string; lines: PreviewLine[]; none: string; fate: (line: PreviewLine) => React.ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="pb-1 text-dense text-ink-2">{title}</h3>
      {lines.length === 0 ? <p className="text-dense text-ink-3">{none}</p> : (
        <ol className="grid text-dense">
          {lines.map((line, index) => (
            <li key={line.id} className="flex items-start justify-between gap-3 border-t border-line py-1.5">
              <span className="min-w-0"><span className="mr-2 text-ink-3">{index + 1}</span><Link href={`/${line.kind}s/${line.id}`} className="link">{line.title}</Link></span>
              {fate(line)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
