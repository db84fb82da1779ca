import { useTranslations } from "next-intl";
import { Facts } from "@/app/_components/ui/facts";
type DealTermsContent = TermsView["content"];
import { codeName } from "@/lib/codes/lists";
import { formatDate, formatDateTime } from "@/lib/core/dates";
import { capitalMoney, formatExact } from "@/lib/core/money";
import type { TermsView } from "@/lib/deals/queries";

type Props = { terms: TermsView; previous?: TermsView | undefined; names: { seller: string; buyer: string }; newest?: boolean; dropped?: boolean };

const lines = ["mode", "total", "technical", "payment", "ownership", "delivery", "period", "other"] as const;

function shown(content: DealTermsContent, line: (typeof lines)[number]): string {
  switch (line) {
    case "mode": return codeName("mode", content.mode);
    case "total": return `${formatExact(content.totalFen)}\u3000${capitalMoney(content.totalFen)}`;
    case "technical": return formatExact(content.technicalFen);
    case "period": return `${formatDate(content.startsOn)}\u2013${formatDate(content.endsOn)}`;
    default: return content[line];
  }
}

/** One version of the terms; beside a changed line stands what it was before. */
export function TermsSheet({ terms, previous, names, newest, dropped }: Props) {
  const t = useTranslations("deals.terms");
  const state = terms.agreedAt && terms.agreedBy ? t("agreed", { name: terms.agreedBy, time: formatDateTime(terms.agreedAt) }) : newest ? t("open") : t(dropped ? "dropped" : "replaced");
  return (
    <article className="panel grid gap-2">
      <h2 className="text-h3">{t("version", { n: terms.ordinal })}</h2>
      <p className="text-dense text-ink-2">{t("proposed", { name: `${names[terms.proposedSide]} ${terms.proposedBy}`, time: formatDateTime(terms.proposedAt) })}{"\u3000"}{state}</p>
      <Facts items={lines.filter((line) => shown(terms.content, line) !== "").map((line) => {
        const before = previous ? shown(previous.content, line) : null;
        const now = shown(terms.content, line);
        const changed = before !== null && before !== now;
        return { label: t(line), value: changed ? <ins className="whitespace-pre-line">{now}</ins> : <span className="whitespace-pre-line">{now}</span>, ...(changed ? { note: t("before", { value: before }) } : {}) };
      })} />
    </article>
  );
}
