import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, daysBetween, todayInHarbin } from "@/lib/core/dates";
import type { TurnLine } from "@/lib/deals/queries";

export const turnsShown = 5;

/** Deals that stand still until this side moves, the longest waiting first. No notice tells of them: nobody asked, it is simply one's turn. */
export async function DealTurns({ turns, slug }: { turns: { total: number; rows: readonly TurnLine[] }; slug: string }) {
  if (turns.total === 0) return null;
  const t = await getTranslations("organisations.desk.turns");
  const today = todayInHarbin(clock.now());
  return (
    <section className="panel grid content-start gap-3" aria-labelledby="turns">
      <h2 id="turns" className="text-h3">{t("title")} {turns.total}</h2>
      <ul className="ledger">
        {turns.rows.map((deal) => (
          <li key={deal.id} className="grid gap-x-4 md:grid-cols-[minmax(0,1fr)_auto] md:items-baseline">
            <span><Link href={`/o/${slug}/deals/${deal.id}`}>{deal.title}</Link><span className="block text-dense text-ink-3">{deal.partner}</span></span>
            <span className="text-dense text-ink-2">{t(`task.${deal.task}` as never)}{"\u3000"}{t("stayed", { days: daysBetween(dateInHarbin(deal.stageSince), today) })}</span>
          </li>
        ))}
      </ul>
      {turns.total > turns.rows.length ? <p><Link href={`/o/${slug}/deals?status=open`}>{t("all")}</Link></p> : null}
    </section>
  );
}
