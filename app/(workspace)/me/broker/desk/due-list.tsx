import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { Chip } from "@/app/_components/ui/chip";
import { clock } from "@/lib/core/clock";
import { formatDate, todayInHarbin } from "@/lib/core/dates";
import type { DueMark } from "@/lib/introductions/queries";

/** What the broker promised to come back to, and how much they have recommended. */
export async function DueList({ due, made }: { due: DueMark[]; made: number }) {
  const t = await getTranslations("desk.due");
  const today = todayInHarbin(clock.now());
  return (
    <aside className="grid gap-4">
      <section className="panel grid gap-3">
        <h2 className="text-h3">{t("heading")}</h2>
        {due.length === 0 ? <p className="text-dense text-ink-2">{t("none")}</p> : (
          <ul className="ledger text-dense">
            {due.map((mark) => (
              <li key={mark.id} className="grid gap-1">
                <span className="flex flex-wrap items-center gap-2">
                  {mark.dueOn < today ? <Chip tone="bad" small>{t("over")}</Chip> : mark.dueOn === today ? <Chip tone="warn" small>{t("today")}</Chip> : <span className="text-ink-3">{formatDate(mark.dueOn, "monthDay")}</span>}
                  <span className="text-ink-3">{t(`kind.${mark.kind}`)}</span>
                </span>
                <Link href={`/me/broker/desk?tab=${mark.dueOn <= today ? "due" : mark.kind}`}>{mark.title}</Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="panel grid gap-1">
        <h2 className="text-h3">{t("made")}</h2>
        <p className="text-dense text-ink-2">{t("madeCount", { count: made })}</p>
      </section>
    </aside>
  );
}
