import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, daysBetween, todayInHarbin } from "@/lib/core/dates";
import type { DealListItem } from "@/lib/deals/queries";

const shown = 5;

/** Deals that stand still until this side moves, the longest waiting first. No notice tells of them: nobody asked, it is simply one's turn. */
export async function DealTurns({ deals, slug }: { deals: readonly DealListItem[]; slug: string }) {
  if (deals.length === 0) return null;
  const t = await getTranslations("organisations.desk.turns");
  const today = todayInHarbin(clock.now());
  const oldest = [...deals].sort((a, b) => a.stageSince.getTime() - b.stageSince.getTime());
  return (
    <section className="panel grid content-start gap-3" aria-labelledby="turns">
      <h2 id="turns" className="text-h3">{t("title")} {deals.length}</h2>
      <ul className="ledger">
        {oldest.slice(0, shown).map((deal) => (
          <li key={deal.id} className="grid gap-x-4 md:grid-cols-[minmax(0,1fr)_auto] md:items-baseline">
            <span><Link href={`/o/${slug}/deals/${deal.id}`}>{deal.title}</Link><span className="block text-dense text-ink-3">{deal.side === "seller" ? deal.buyer : deal.seller}</span></span>
            <span className="text-dense text-ink-2">{t(`task.${deal.turn.task}` as never)}{"\u3000"}{t("stayed", { days: daysBetween(dateInHarbin(deal.stageSince), today) })}</span>
          </li>
        ))}
      </ul>
      {deals.length > shown ? <p><Link href={`/o/${slug}/deals?status=open`}>{t("all")}</Link></p> : null}
    </section>
  );
}
