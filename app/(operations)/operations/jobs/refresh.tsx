import { useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/core/dates";
import { formatCount } from "@/lib/core/figures";
import type { RefreshState } from "@/lib/matching/refresh";

/** How far the nights have come with comparing every record anew. */
export function Refresh({ state: { total, left, oldest } }: { state: RefreshState }) {
  const t = useTranslations("operations.jobs");
  const counts = { total: formatCount(total), left: formatCount(left) };
  return (
    <section className="grid gap-3">
      <h2 className="text-h3">{t("refresh")}</h2>
      <p className="text-dense">{total === 0 ? t("refreshEmpty") : left === 0 ? t("refreshDone", counts) : oldest ? t("refreshLeft", { ...counts, oldest: formatDateTime(oldest) }) : t("refreshNew", counts)}</p>
    </section>
  );
}
