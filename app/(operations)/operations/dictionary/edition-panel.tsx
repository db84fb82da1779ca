import { getTranslations } from "next-intl/server";
import { ActForm, ConfirmButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { formatDateTime } from "@/lib/core/dates";
import { formatCount } from "@/lib/core/figures";
import { termName } from "@/lib/codes/taxonomy";
import type { Line } from "@/lib/dictionary/content";
import type { DictionaryState } from "@/lib/dictionary/queries";
import { apply } from "./actions";

const linesShown = 6;

/** Which edition is in use, since when and by whom; what is being built; what waits to be applied. */
export async function EditionPanel({ state: { applied, inWork, failed, pending }, previewing }: { state: DictionaryState; previewing: boolean }) {
  const t = await getTranslations("dictionary.state");
  const count = pending.added.length + pending.removed.length;
  const line = ({ kind, members, fieldCode }: Line) => t(`line.${kind}`, { words: members.join(" = "), field: fieldCode ? termName(fieldCode) : "none" });
  const lines = (all: Line[]) => [...all.slice(0, linesShown).map(line), ...(all.length > linesShown ? [t("more", { count: all.length })] : [])].join("\uFF1B");
  return (
    <section className="panel grid gap-3" aria-label={t("inUse")}>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <strong>{t("inUse")}</strong>
        {applied ? (
          <>
            <span>{t("version", { version: applied.version })}</span>
            <span className="text-dense text-ink-2">{t("appliedBy", { who: applied.by ?? "", time: applied.appliedAt ? formatDateTime(applied.appliedAt) : "" })}</span>
            <span className="text-dense text-ink-2">{t("records", { count: formatCount(applied.done) })}</span>
          </>
        ) : <span>{t("builtInOnly")}</span>}
      </p>
      {inWork ? (
        <NoticeBar actions={<LinkButton href="/operations/dictionary">{t("refresh")}</LinkButton>}>
          {/* The page asks again by itself while the worker builds; it needs no script. */}
          <meta httpEquiv="refresh" content="3" />
          {inWork.state === "waiting" ? t("waiting", { version: inWork.version }) : t("applying", { version: inWork.version, done: formatCount(inWork.done) })}
        </NoticeBar>
      ) : null}
      {failed ? <NoticeBar tone="bad">{t("failed", { version: failed.version, problem: failed.problem ?? "" })}</NoticeBar> : null}
      {count === 0 ? <p className="text-dense text-ink-2">{t("none")}</p> : (
        <div className="grid gap-2 border-t border-line pt-3">
          <p className="font-semibold">{t("pending", { count })}</p>
          {pending.added.length > 0 ? <p className="text-dense break-words">{t("added", { lines: lines(pending.added) })}</p> : null}
          {pending.removed.length > 0 ? <p className="text-dense break-words">{t("removed", { lines: lines(pending.removed) })}</p> : null}
          {inWork ? null : (
            <div className="flex flex-wrap items-start gap-3">
              {previewing ? null : <LinkButton variant="primary" href="/operations/dictionary/preview">{t("preview")}</LinkButton>}
              <ActForm action={apply} className="grid gap-3"><ConfirmButton variant={previewing ? "primary" : "plain"} title={t("applyTitle", { count })} body={t("applyBody")}>{t("apply")}</ConfirmButton></ActForm>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
