import type { getTranslations } from "next-intl/server";
import { codeName, natureGroups } from "@/lib/codes/lists";
import { districtName } from "@/lib/codes/places";
import { isDayLimit, type Rule, type Subsidy } from "@/lib/codes/rules";
import { formatDate } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";

type Words = Awaited<ReturnType<typeof getTranslations<"codes">>>;

/** Name, value and origin of a rule as sentences have them. */
export function ruleWords(t: Words) {
  const unit = (of: string | null) => t(`ruleUnits.${of ?? "none"}` as never);
  const list = (of: "contract_type" | "ip_kind" | "mode", codes: readonly string[] = []) => codes.map((code) => codeName(of, code)).join(t("ruleValues.and"));
  const subsidy = (key: string, value: Subsidy) => t(`ruleValues.${key}` as never, {
    percent: value.percent ?? 0, max: formatMoney(value.maxFen), least: formatMoney(value.paidAtLeastFen ?? value.receivedAtLeastFen ?? 0), contributor: value.contributorPercent ?? 0,
    types: list("contract_type", value.types), sellers: (value.sellers ?? []).map((code) => natureGroups.find((group) => group.code === code)?.zh ?? code).join(t("ruleValues.and")), place: districtName(value.landedIn),
  } as never);
  const value = ({ key, value: of, unit: measure }: Rule): string => {
    if (isDayLimit(of)) return `${of.days}${unit(of.calendar === "working" ? "working_day" : "day")}`;
    if (typeof of === "number") {
      const money = measure?.startsWith("fen");
      const said = money ? formatMoney(of) : String(of);
      // Of a year, of ten thousand: that is said first.
      return money || measure === "permyriad" ? unit(measure) + said : said + unit(measure);
    }
    if (Array.isArray(of)) return list("ip_kind", of);
    if (typeof of === "string") return t(`ruleValues.${key}` as never);
    if ("maxFen" in of) return subsidy(key, of);
    if ("sameInvoice" in of) return t(`ruleValues.${key}` as never, { types: list("contract_type", of.types), related: list("contract_type", of.related) } as never);
    return t(`ruleValues.${key}` as never, of as never);
  };
  return {
    name: ({ key }: Pick<Rule, "key">) => t(`rules.${key}` as never) as string,
    value,
    period: ({ effectiveFrom, lastDay }: { effectiveFrom: string; lastDay: string | null }) => (lastDay === null ? t("ruleSource.from", { date: formatDate(effectiveFrom) }) : t("ruleSource.between", { from: formatDate(effectiveFrom), to: formatDate(lastDay) })),
    source: ({ sourceTitle, issuer, sourceDate }: Rule) => (sourceDate && issuer ? t("ruleSource.dated", { title: sourceTitle, issuer, date: sourceDate }) : issuer ? t("ruleSource.line", { title: sourceTitle, issuer }) : sourceTitle),
  };
}
