import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/core/actor";
import { enoughToCount, feedbackOn } from "@/lib/matching/feedback";

type Props = { actor: Actor; listing: { id: string; kind: "achievement" | "need"; organisationId: string } };

/** What readers found wanting, with what would help; never who said it. */
export async function ReaderFeedback({ actor, listing }: Props) {
  const said = await feedbackOn(actor, listing);
  if (said.length === 0) return null;
  const t = await getTranslations("matches.feedback");
  return (
    <section className="panel grid gap-3">
      <h2 className="text-h3">{t("heading")}</h2>
      <ul className="grid gap-3 text-dense">
        {said.map(({ reason, organisations }) => (
          <li key={reason} className="border-l-4 border-line-strong pl-3">
            <p>{t("said", { who: organisations >= enoughToCount ? t("several", { count: organisations }) : t("some"), what: t(`what.${reason}`) })}</p>
            <p className="text-ink-2">{t(`advice.${listing.kind}.${reason}` as never)}</p>
          </li>
        ))}
      </ul>
      <p className="text-note text-ink-3">{t("note")}</p>
    </section>
  );
}
