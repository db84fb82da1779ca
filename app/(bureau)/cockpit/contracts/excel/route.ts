import { getTranslations } from "next-intl/server";
import { partName } from "@/app/_components/figures/part-names";
import { requireBureau } from "@/app/_server/actor";
import { codeName } from "@/lib/codes/lists";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { firstCharacters } from "@/lib/core/typed-text";
import { contractsWorkbook } from "@/lib/indicators/contracts-workbook";
import { readFilter, type Condition } from "@/lib/indicators/filter";
import { readListView } from "@/lib/indicators/list-view";
import { viewDate } from "@/lib/indicators/queries";

/** Signs that no file name may hold. */
const UNFIT = /[\\/:*?"<>|]/gu;
const LONGEST_NAME = 100;

/** The list of the page above as a spreadsheet; the same filter, search and order in the same address. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireBureau();
  const t = await getTranslations("indicators");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const filter = readFilter(query, Number(todayInHarbin(clock.now()).slice(0, 4)));
  const heading = t("contractsHeading", { year: filter.year });
  const view = readListView(query);
  const conditions = [
    ...(Object.entries(filter.parts) as [Condition, string][]).map(([dimension, key]) => partName(t as never, dimension, key)),
    ...(view.q ? [t("searched", { q: view.q })] : []), ...(filter.asOf ? [t("excel.asOf", { date: viewDate(filter) })] : []),
  ].join(t("excel.and"));
  const book = await contractsWorkbook(actor, { filter, view, words: {
    conditions: conditions ? t("excel.conditions", { conditions }) : null, sheet: heading, number: t("excel.number"), title: t("list.title"), type: t("dimension.type"), seller: t("list.seller"), buyer: t("list.buyer"), total: t("excel.total"), technical: t("excel.technical"),
    countsOn: t("list.countsOn"), officialNumber: t("list.number"), recordedBy: t("excel.recordedBy"), recordedAt: t("excel.recordedAt"), sum: t("excel.sum"), typeName: (type) => codeName("contract_type", type), leftOut: (left) => t("excel.leftOut", { left }),
  } });
  return new Response(new Uint8Array(book), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(firstCharacters((conditions ? t("excel.fileName", { heading, conditions }) : heading).replace(UNFIT, " "), LONGEST_NAME))}.xlsx`,
      "cache-control": "private, no-store",
    },
  });
}
