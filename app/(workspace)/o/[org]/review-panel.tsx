import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import type { QueueStanding } from "@/lib/reviews/queries";

/** A reviewer's desk begins with the queue: nobody is told of each submission, so it has to say that there are some. */
export async function ReviewPanel({ standing: { open, mine, late } }: { standing: QueueStanding }) {
  const t = await getTranslations("organisations.desk.review");
  return (
    <section className="panel flex flex-wrap items-center justify-between gap-3" aria-labelledby="review">
      <div className="grid gap-1">
        <h2 id="review" className="text-h3">{t("title")}</h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">{t("sentence", { open, mine })}{late > 0 ? <Chip tone="bad" small icon="alarm-clock">{t("late", { count: late })}</Chip> : null}</p>
      </div>
      <LinkButton variant={open + mine > 0 ? "primary" : "plain"} href={open === 0 && mine > 0 ? "/review?tab=claimed" : "/review"}>{t("go")}</LinkButton>
    </section>
  );
}
