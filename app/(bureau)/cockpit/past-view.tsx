import { useTranslations } from "next-intl";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { formatDate } from "@/lib/core/dates";
import type { Filter } from "@/lib/indicators/filter";
import { notBegun, viewDate } from "@/lib/indicators/queries";

type Props = { filter: Filter; /** The day as it stands in the address. */ asked: string | string[] | undefined; hrefOf: (filter: Filter) => string };

/** Which day and which year a view tells of, where it is not of today; and what was asked for and cannot be had. */
export function PastView({ filter, asked, hrefOf }: Props) {
  const t = useTranslations("indicators");
  if (!filter.asOf) return asked ? <NoticeBar tone="warn">{t("asOfUnusable", { asked: String(asked).slice(0, 20) })}</NoticeBar> : null;
  const day = viewDate(filter), thatYear = Number(day.slice(0, 4));
  const values = { date: formatDate(day), year: filter.year };
  const latest = <LinkButton href={hrefOf({ ...filter, asOf: null })}>{notBegun(filter) ? t("toNowOf", values) : t("toNow")}</LinkButton>;
  if (notBegun(filter)) return <NoticeBar tone="warn" actions={<><LinkButton href={hrefOf({ ...filter, year: thatYear })}>{t("toThatYear", { year: thatYear })}</LinkButton>{latest}</>}>{t("notBegun", values)}</NoticeBar>;
  return <NoticeBar tone="hold" actions={latest}>{t("viewing", values)}</NoticeBar>;
}
