import { getTranslations } from "next-intl/server";
import { unquestionedFen } from "@/lib/contracts/large-amount";
import { formatMoney } from "@/lib/core/money";
import { KnowingLarge } from "./knowing-large";

/** Asks in a form of a contract whether an amount above the limit is meant; `amount` is its money field. */
export async function LargeAmount({ amount }: { amount: string }) {
  const limit = await unquestionedFen();
  if (limit === null) return null;
  const t = await getTranslations("contracts");
  return <KnowingLarge amount={amount} aboveFen={limit} label={t("knowingLarge")} hint={t("knowingLargeHint", { limit: formatMoney(limit) })} />;
}
