import { getTranslations } from "next-intl/server";
import { FileLink } from "@/app/_components/listing/file-link";
import { CheckupPanel } from "@/app/_components/listing/checkup-panel";
import { Facts } from "@/app/_components/ui/facts";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { checkupForReview } from "@/lib/checkups/queries";
import type { Actor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/dates";
import type { ReviewSubject } from "@/lib/listings/read-review";
import { mustStandAside } from "@/lib/reviews/policy";

/** What stands beside the text: attention, statements, attachments, earlier rounds. */
export async function Checks({ actor, subject: { review, listing, rounds } }: { actor: Actor; subject: ReviewSubject }) {
  const t = await getTranslations();
  const version = listing?.version;
  const checkup = version ? await checkupForReview(actor, version.id) : null;
  const secrecy = version?.secrecyReviewedBy && version.secrecyReviewedOn ? t("reviews.page.secrecyValue", { who: version.secrecyReviewedBy, date: formatDate(version.secrecyReviewedOn) }) : t("listings.none");
  return (
    <aside aria-label={t("reviews.page.sidebar")} className="grid content-start gap-5">
      {review.attention && t.has(`reviews.page.attention.${review.attention}` as never) ? <NoticeBar tone="warn">{t(`reviews.page.attention.${review.attention}` as never)}</NoticeBar> : null}
      <section className="panel">
        <h2 className="text-h3">{t("reviews.page.sidebar")}</h2>
        <Facts items={[
          { label: t("reviews.page.secrecy"), value: secrecy },
          { label: t("reviews.page.export"), value: version?.exportControl ? t(`listings.statement.${version.exportControl}`) : t("listings.none") },
          { label: t(`checkups.title.${listing?.kind ?? "achievement"}`), value: checkup ? <a href="#checkup" className="link">{t("checkups.score", { score: checkup.score })}</a> : t("checkups.none") },
          { label: t("reviews.page.standing"), value: mustStandAside(actor, review) ? t("reviews.queue.standAside") : t("reviews.page.standingNone") },
        ]} />
      </section>
      {checkup && listing ? <CheckupPanel kind={listing.kind} checkup={checkup} editor={null} stored /> : null}
      {listing && listing.files.length > 0 ? <section className="panel grid gap-2"><h2 className="text-h3">{t("reviews.page.files")}</h2>{listing.files.map((file) => <FileLink key={file.id} file={file} note={t(`listings.audience.${file.audience}`)} />)}</section> : null}
      <section className="panel">
        <h2 className="text-h3">{t("reviews.page.history")}</h2>
        <ol className="grid gap-1 text-dense">
          {rounds.map((round) => <li key={round.id}>{t("reviews.page.historyLine", { round: round.round, status: t(`reviews.queue.status.${round.status}`), who: round.reviewer ?? "", date: formatDate(round.decidedAt ?? round.openedAt, "table") })}</li>)}
        </ol>
      </section>
    </aside>
  );
}
