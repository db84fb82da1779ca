import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { listHref } from "@/app/_components/ui/list-href";
import { Tabs } from "@/app/_components/ui/navigation";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { Pager } from "@/app/_components/ui/pager";
import { requireBureau } from "@/app/_server/actor";
import { formatDateTime, formatTime } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { mayReview } from "@/lib/reviews/policy";
import { lastDecidedAt, listQueue, listUndoable, queueTabs } from "@/lib/reviews/queries";
import { claimAction, claimNextAction } from "./actions";
import { QueueFilters } from "./queue-filters";
import { QueueTable } from "./queue-table";
import { readQueue } from "./read-queue";
import { ReviewKeys } from "./review-keys";
import { UndoDecision } from "./undo-decision";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews.queue"))("title") };
}

export default async function ReviewQueuePage({ searchParams }: Props) {
  const actor = await requireBureau();
  const t = await getTranslations("reviews.queue");
  const query = await searchParams;
  const filter = readQueue(query);
  const [queue, undoable] = await Promise.all([listQueue(actor, filter, pageRequest(query)), listUndoable(actor)]);
  const filtered = Boolean(filter.kind || filter.q || filter.round);
  const decidedAt = queue.rows.length === 0 && !filtered && filter.tab === "open" ? await lastDecidedAt(actor) : null;
  const reviewer = mayReview(actor);
  const table = <QueueTable rows={queue.rows} tab={filter.tab} selectable={reviewer && filter.tab === "open"} />;
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="mr-auto text-h1">{t("title")}</h1>
        {reviewer ? <ReviewKeys on="queue" /> : null}
        {reviewer && queue.counts.open > 0 ? <ActForm action={claimNextAction} id="claim-next" className="grid gap-2"><SubmitButton>{t("claimNext")}</SubmitButton></ActForm> : null}
      </header>
      {undoable.reviews.map((review) => (
        <NoticeBar key={review.id} tone="ok" actions={<UndoDecision review={review}>{t("undo")}</UndoDecision>}>{t(review.status === "sent_back" ? "undoableReturn" : "undoable", { minutes: undoable.minutes, title: review.title, time: review.decidedAt ? formatTime(review.decidedAt) : "" })}</NoticeBar>
      ))}
      <Tabs label={t("tabsLabel")} items={queueTabs.map((tab) => ({ label: t(`tabs.${tab}`), current: tab === filter.tab, count: queue.counts[tab], href: listHref("/review", query, { tab: tab === "open" ? undefined : tab, page: undefined }) }))} />
      <QueueFilters query={query} />
      {queue.rows.length === 0 ? (
        <EmptyState sentence={filtered ? t("emptyFiltered") : filter.tab === "claimed" ? t("emptyClaimed") : filter.tab === "returned" ? t("emptyReturned") : decidedAt ? t("empty", { time: formatDateTime(decidedAt) }) : t("emptyNever")}>
          {filtered ? <LinkButton href="/review">{t("clear")}</LinkButton> : null}
          {!filtered && filter.tab !== "open" && queue.counts.open > 0 ? <LinkButton href="/review">{t("toOpen", { count: queue.counts.open })}</LinkButton> : null}
          {!filtered && filter.tab !== "done" ? <LinkButton href="/review?tab=done">{t("tabs.done")}</LinkButton> : null}
        </EmptyState>
      ) : reviewer && filter.tab === "open" ? (
        <ActForm action={claimAction} hidden={{ _stay: "1", "_choice.reviewIds": t("caption") }} className="grid gap-3">
          {table}
          <div><SubmitButton variant="plain">{t("claimSelected")}</SubmitButton></div>
        </ActForm>
      ) : table}
      {queue.total > 0 ? <Pager total={queue.total} page={queue.page} size={queue.size} measure={t("measure")} path="/review" query={query} /> : null}
    </div>
  );
}
