import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { standingOfQueue, toDo } from "@/app/_server/waiting";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { clock } from "@/lib/core/clock";
import { may } from "@/lib/core/actor";
import { formatDate, formatTime, todayInHarbin } from "@/lib/core/dates";
import { listTurns } from "@/lib/deals/queries";
import { deskFigures } from "@/lib/organisations/desk";
import { findStandingMark } from "@/lib/organisations/dishonesty";
import { getProfile } from "@/lib/organisations/queries";
import { listNewest } from "@/lib/notifications/queries";
import { DealTurns, turnsShown } from "./deal-turns";
import { DeskFigures } from "./desk-figures";
import { NoticeLines } from "./notice-lines";
import { ReviewPanel } from "./review-panel";

type Props = { params: Promise<{ org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await requireActing((await params).org);
  const t = await getTranslations("organisations.desk");
  return { title: `${person.acting.name} — ${t("title")}` };
}

function partOfDay(now: Date): "morning" | "noon" | "afternoon" | "evening" {
  const hour = Number(formatTime(now).slice(0, 2));
  return hour < 11 ? "morning" : hour < 14 ? "noon" : hour < 18 ? "afternoon" : "evening";
}

/** What waits for me, what has changed, and where the organisation stands. */
export default async function DeskPage({ params }: Props) {
  const person = await requireActing((await params).org);
  const { acting } = person;
  const t = await getTranslations("organisations.desk");
  const bureau = acting.kind === "bureau";
  const newest = listNewest(person, "todo", 20);
  // What a notice asks for already is said once.
  const turnsLeft = async () => listTurns(person, acting.organisationId, new Set((await newest).map((row) => row.subject.id)), turnsShown);
  const [todo, waiting, known, figures, profile, listed, queue, turns] = await Promise.all([
    newest,
    toDo(person),
    listNewest(person, "told", 60),
    bureau ? null : deskFigures(person, acting.organisationId),
    bureau || acting.verified ? null : getProfile(person, acting.organisationId),
    findStandingMark(acting.organisationId),
    bureau ? standingOfQueue(person) : null,
    bureau ? { total: 0, rows: [] } : turnsLeft(),
  ]);
  const queued = queue ? queue.open + queue.mine : 0;
  const said = [
    ...(waiting > 0 ? [t("waiting", { count: waiting })] : []),
    ...(queued > 0 ? [t("queue", { count: queued })] : []),
    ...(turns.total > 0 ? [t(waiting > 0 ? "turnsToo" : "turnsOnly", { count: turns.total })] : []),
  ];
  if (said.length === 0) said.push(t("nothing"));
  const integrity = await getTranslations("integrity");
  const now = clock.now();
  const manages = may(person, "members", acting.organisationId);
  const bar = profile === null || profile.verification === "verified" ? null : profile.verification === "pending" ? "pendingBar" : profile.verification === "sent_back" ? "sentBackBar" : "unverifiedBar";
  const figuresPanel = figures === null ? null : <DeskFigures figures={figures} slug={acting.slug} mayWrite={may(person, "write", acting.organisationId)} />;
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1><span className="inline-block">{t("greeting", { part: t(partOfDay(now)), name: person.name })}</span>{said.map((sentence) => <span key={sentence} className="inline-block">{sentence}</span>)}</h1>
        <p className="text-dense text-ink-2">{formatDate(todayInHarbin(now), "weekday")}</p>
      </div>
      {listed ? <NoticeBar tone="warn">{integrity("deskBar", { date: formatDate(listed.listedOn), reason: listed.reason, source: listed.source })}</NoticeBar> : null}
      {bar ? (
        <NoticeBar tone={bar === "pendingBar" ? "info" : "warn"} actions={manages && bar !== "pendingBar" ? <LinkButton href={`/o/${acting.slug}/settings`}>{t("goVerify")}</LinkButton> : undefined}>{t(bar)}</NoticeBar>
      ) : null}
      <div className="grid items-start gap-6 beside-xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <div className="grid gap-6">
          {queue ? <ReviewPanel standing={queue} /> : null}
        <section className="panel grid content-start gap-3" aria-labelledby="todo">
          <h2 id="todo" className="text-h3">{t("todo")} {waiting}</h2>
          <NoticeLines rows={todo} limit={8} empty={t("nothing")} word={t("go")} />
          {waiting > 8 ? <p><Link href="/me/inbox">{t("all", { count: waiting })}</Link></p> : null}
        </section>
          <DealTurns turns={turns} slug={acting.slug} />
          {figuresPanel}
        </div>
        <section className="panel grid content-start gap-3" aria-labelledby="known">
          <h2 id="known" className="text-h3">{t("known")}</h2>
          <NoticeLines rows={known} limit={8} empty={t("knownEmpty")} word={t("look")} />
        </section>
      </div>
    </div>
  );
}
