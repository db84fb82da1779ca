import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { Facts } from "@/app/_components/ui/facts";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { Timeline } from "@/app/_components/ui/timeline";
import { Part } from "@/app/_server/part";
import type { Actor } from "@/lib/core/actor";
import { formatDate, formatDateTime } from "@/lib/core/dates";
import { offers, type ListingAct } from "@/lib/listings/policy";
import { progressOf } from "@/lib/listings/progress";
import { historyOf, type Desk } from "@/lib/listings/read";
import { isEditable, type ListingKind } from "@/lib/listings/states";
import { currentReviewLimit } from "@/lib/reviews/queries";
import { ActButton, type FormAct } from "./act-button";
import { FileLink } from "./file-link";
import { DemoChip } from "./demo-chip";
import { describe, isAsked } from "./describe";
import { DeskReading } from "./desk-reading";
import { fieldLabels } from "./field-labels";
import { ListingStatusChips, statusLooks } from "./listing-status";
import { deskPath, publicPath } from "./paths";
import { ReaderFeedback } from "./reader-feedback";

type Props<K extends ListingKind> = { kind: K; org: string; actor: Actor; desk: Desk<K>; acts: Partial<Record<ListingAct, FormAct>> };

/** One record for those who own it: where it stands, what can be done now, what it says, what happened. */
export async function DeskPage<K extends ListingKind>({ kind, org, actor, desk, acts }: Props<K>) {
  const t = await getTranslations("listings");
  const { listing, content, remarks, files, reviews } = desk;
  const deadline = "deadline" in content ? content.deadline : null;
  const open = reviews.find((review) => review.status === "open" || review.status === "claimed");
  const facts = { kind, status: listing.status, revision: listing.revision, deadline, reviewing: open?.status === "claimed", progress: await progressOf(listing.id) };
  const look = statusLooks(facts).at(-1);
  // A revision can be written while the record is closed or suspended; nobody sees a public version then.
  const hidden = listing.revision !== "none" && listing.status !== "published" ? "_hidden" : "";
  const offered = offers(actor, listing);
  const [rows, labels, history, days] = [await describe(kind, content), await fieldLabels(kind), await historyOf(actor, listing), await currentReviewLimit()];
  const reason = listing.statusReason ?? (listing.status === "refused" ? reviews[0]?.reason : null);
  const title = content.title || t("list.untitled");
  return (
    <div className="grid gap-6">
      <header className="grid gap-3">
        <h1 className="text-h1">{title}</h1>
        <p className="flex flex-wrap items-center gap-3"><ListingStatusChips {...facts} /><DemoChip demo={listing.demo} /><span className="text-dense text-ink-2">{look ? t(`statusHint.${look.key}${hidden}` as never, { days } as never) : ""}</span></p>
        {reason ? <NoticeBar tone="warn">{t("desk.reason", { reason })}</NoticeBar> : null}
        <div className="flex flex-wrap items-start gap-3">
          {offered.includes("edit") && isEditable(listing) ? <LinkButton variant="primary" href={deskPath(org, kind, listing.id, "edit")}>{t("desk.edit")}</LinkButton> : null}
          {offered.flatMap((act) => { const action = acts[act]; return action ? [<ActButton key={act} act={act} action={action} org={org} listingId={listing.id} />] : []; })}
          {listing.publishedVersionId ? <LinkButton variant="text" href={publicPath(kind, listing.id)}>{t("desk.public")}</LinkButton> : null}
          {listing.status === "published" ? <LinkButton variant="text" href={`/o/${org}/matches/${listing.id}`}>{t("desk.matches")}</LinkButton> : null}
        </div>
      </header>
      <div className="grid items-start gap-6 beside-xl:grid-cols-[minmax(0,1fr)_20rem]">
        <section className="panel min-w-0">
          <h2 className="text-h2">{t(listing.workingVersionId && listing.publishedVersionId ? "desk.contentWorking" : "desk.content")}</h2>
          <dl>
            {rows.filter((row) => isAsked(content, row.field)).map((row) => (
              <div key={row.field} className="grid gap-x-4 border-t border-line py-2.5 text-dense sm:grid-cols-[9em_minmax(0,1fr)]">
                <dt className="text-ink-2">{row.label}</dt>
                <dd className="max-w-[44em] break-words whitespace-pre-wrap">{row.text || <span className="text-ink-3">{t("none")}</span>}</dd>
              </div>
            ))}
            {files.length > 0 ? <div className="grid gap-x-4 border-t border-line py-2.5 text-dense sm:grid-cols-[9em_minmax(0,1fr)]"><dt className="text-ink-2">{t("desk.attachments")}</dt><dd className="grid gap-1">{files.map((file) => <FileLink key={file.id} file={file} note={t(`audience.${file.audience}`)} />)}</dd></div> : null}
          </dl>
        </section>
        <div className="grid content-start gap-6">
          <section className="panel">
            <h2 className="text-h3">{t("desk.state")}</h2>
            <Facts items={[
              { label: t("desk.facts.number"), value: listing.number },
              { label: t("desk.facts.created"), value: formatDateTime(listing.createdAt) },
              ...(listing.publishedAt ? [{ label: t("desk.facts.published"), value: formatDateTime(listing.publishedAt) }] : []),
              { label: t("desk.facts.updated"), value: formatDateTime(listing.updatedAt) },
              ...(open ? [{ label: t("desk.review"), value: open.reviewer ? t("desk.reviewBy", { who: open.reviewer }) : t("status.pending"), note: t("desk.reviewDue", { date: formatDate(open.dueOn) }) }] : []),
            ]} />
          </section>
          {remarks.length > 0 ? (
            <section className="panel grid gap-3">
              <h2 className="text-h3">{t("desk.remarks")}</h2>
              <ul className="grid gap-3 text-dense">
                {remarks.map((remark) => (
                  <li key={remark.id} className="border-l-4 border-line-strong pl-3">
                    <p className="text-note text-ink-3">{labels[remark.field] ?? remark.field}{"\u3000"}{t("editor.remarkBy", { who: remark.by, date: remark.decidedAt ? formatDate(remark.decidedAt, "table") : "", round: remark.round })}</p>
                    <p className="whitespace-pre-wrap">{remark.text}</p>
                    {remark.status === "open" ? null : <p className="text-note text-ink-2">{remark.status === "changed" ? t("editor.answer.doneChanged") : t("editor.answer.doneExplained", { answer: remark.answer ?? "" })}</p>}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <Part name="reading" of={() => DeskReading({ actor, kind, org, desk })} />
          <Part name="feedback" of={() => ReaderFeedback({ actor, listing })} />
          <section className="panel">
            <h2 className="text-h3">{t("desk.history")}</h2>
            <Timeline entries={history.map((line) => { const key = [line.name.replace(".", "__"), line.name.split(".")[1] ?? ""].find((one) => t.has(`events.${one}` as never)) ?? "other"; return { id: line.id, at: line.at, who: line.actor ?? undefined, verb: t(`events.${key}` as never) }; })} />
          </section>
        </div>
      </div>
    </div>
  );
}
