import { getTranslations } from "next-intl/server";
import { ActForm, ConfirmButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { Meter } from "@/app/_components/ui/part-bars";
import { canConfirmImport, canUndoImport } from "@/lib/contracts/imports/policy";
import type { ImportView } from "@/lib/contracts/imports/queries";
import { undoDays, undoEnded } from "@/lib/contracts/imports/undo-limit";
import { whatCounts } from "@/lib/contracts/imports/what-counts";
import { whatUndoes } from "@/lib/contracts/imports/what-undoes";
import type { Person } from "@/lib/core/actor";
import { formatDate, formatDateTime } from "@/lib/core/dates";
import { formatCount } from "@/lib/core/figures";
import { formatMoney } from "@/lib/core/money";
import { confirm, discard, undo } from "../actions";
import { CountedYears } from "./counted-years";

/** Where the import stands and what can be done with it now. */
export async function ImportActs({ actor, file }: { actor: Person; file: ImportView }) {
  const t = await getTranslations("ledger");
  const hidden = { importId: file.id };
  const rows = formatCount(file.goodRows);
  const total = formatMoney(file.totalFen);
  if (file.status === "checked") {
    const years = await whatCounts(actor, file.id);
    const counted = formatMoney(years.reduce((sum, { city }) => sum + city.totalFen, 0));
    return (
      <section className="panel grid gap-4">
        <p className="text-h3 font-semibold">{t("counts", { good: rows, bad: formatCount(file.badRows), total })}</p>
        <p className="text-ink-2">{t("checked")}{file.totalRows > file.goodRows + file.badRows ? t("examplePassed") : ""}</p>
        <CountedYears years={years} linked={false} />
        {canConfirmImport(actor, file) ? (
          <div className="flex flex-wrap gap-3">
            {file.goodRows > 0 ? (
              <ActForm action={confirm} hidden={hidden} className="grid gap-3">
                <ConfirmButton variant="primary" title={t("confirmTitle", { rows })} body={t("confirmBody", { total, counted, days: (await undoDays()) ?? "none" })}>{t(file.badRows > 0 ? "confirm" : "confirmAll", { rows })}</ConfirmButton>
              </ActForm>
            ) : null}
            <ActForm action={discard} hidden={hidden} className="grid gap-3">
              <ConfirmButton title={t("discardTitle", { file: file.fileName })} body={t("discardBody")}>{t("discard")}</ConfirmButton>
            </ActForm>
          </div>
        ) : null}
      </section>
    );
  }
  if (file.status === "importing") {
    const words = t("progress", { done: formatCount(file.importedRows), total: rows });
    return (
      <section className="panel grid gap-3" aria-live="polite">
        {/* The page asks again by itself while the worker carries rows over; it needs no script. */}
        <meta httpEquiv="refresh" content="3" />
        <Meter value={file.importedRows} max={file.goodRows} label={words} words={words} />
        <p className="text-ink-2">{t("progressHint")}</p>
        <p><LinkButton href={`/ledger/${file.id}`}>{t("refresh")}</LinkButton></p>
      </section>
    );
  }
  if (file.status === "imported") {
    const [ended, years, undoing] = await Promise.all([undoEnded(file), whatCounts(actor, file.id), whatUndoes(actor, file.id)]);
    const left = undoing.cancelled + undoing.joined > 0;
    // The newest year that it moved: this one stands still where the file was of an earlier one.
    const moved = years.find(({ city }) => city.contracts > 0)?.year;
    return (
      <section className="panel grid gap-4">
        <p className="text-h3 font-semibold">{t("done", { rows: formatCount(file.importedRows), total })}</p>
        <CountedYears years={years} linked />
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <LinkButton variant="primary" href={moved ? `/cockpit?year=${moved}` : "/cockpit"}>{t("toCockpit")}</LinkButton>
          {canUndoImport(actor, file) && ended ? <p className="text-dense text-ink-2">{t("undoOver", { date: formatDate(ended) })}</p> : canUndoImport(actor, file) ? (
            <ActForm action={undo} hidden={hidden} className="grid gap-3">
              <ConfirmButton variant="danger" title={t("undoTitle")} body={<>
                <p>{t("undoBody", { rows: formatCount(undoing.contracts) })}</p>
                {left ? <p>{t("undoLeaves", { cancelled: undoing.cancelled, joined: undoing.joined })}</p> : null}
              </>}>{t("undo")}</ConfirmButton>
            </ActForm>
          ) : null}
        </div>
      </section>
    );
  }
  if (file.status === "undone" && file.undoneAt) return <NoticeBar tone="info">{t("undone", { time: formatDateTime(file.undoneAt) })}</NoticeBar>;
  return file.status === "discarded" ? <NoticeBar tone="info">{t("discarded")}</NoticeBar> : null;
}
