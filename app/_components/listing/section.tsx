import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { FieldRemark } from "@/app/_components/ui/field";
import { buttonClass } from "@/app/_components/ui/button-look";
import { RadioGroup, Select } from "@/app/_components/ui/choice";
import { DateInput, TextInput } from "@/app/_components/ui/text-input";
import { dateInHarbin } from "@/lib/core/dates";
import type { Version } from "@/lib/listings/find";
import { audiences, type Audience } from "@/lib/listings/states";
import type { Remark } from "@/lib/reviews/queries";

/** A titled part of the one long page; its id is where the section list and the check page lead. */
export function Section({ id, number, title, children }: { id: string; number: number; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="panel grid scroll-mt-32 gap-6">
      <h2 id={`${id}-title`} className="text-h2"><span className="mr-2 text-ink-3">{number}</span>{title}</h2>
      {children}
    </section>
  );
}

/** What the fields of both kinds hand to each control: its sentence and the reviewer's words. */
export type FieldContext = { labels: Record<string, string>; errors: Record<string, string>; remarks: Remark[]; answerable: boolean };

/** The most characters of a field, with the sentence that says so as one types: the words in which a submission is refused. */
export async function fieldLimits(): Promise<(label: string | undefined, limit: number) => { limit: number; tooLong: string }> {
  const sentence = (await getTranslations("codes.fieldErrors")).raw("too_long") as string;
  return (label = "", limit) => ({ limit, tooLong: sentence.replace("{field}", label) });
}

/** Row errors by the names that RepeatingRows uses. */
export function rowErrors(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([path, words]) => [path.replace(/\.(\d+)\./, "[$1]."), words]));
}

/** Reviewers' words on one field, newest round first, with the author's answer or the buttons to give one. */
export async function Remarks({ field, context }: { field: string; context: FieldContext }) {
  const t = await getTranslations("listings.editor");
  const mine = context.remarks.filter((remark) => remark.field === field);
  if (mine.length === 0) return null;
  return (
    <div className="grid gap-2">
      {mine.map((remark) => (
        <FieldRemark key={remark.id} answered={remark.status !== "open"} by={t("remarkBy", { who: remark.by, date: remark.decidedAt ? dateInHarbin(remark.decidedAt) : "", round: remark.round })}
          actions={remark.status === "open" && context.answerable ? (
            <>
              <button type="submit" name="_answer" value={`${remark.id}:changed`} className={buttonClass("plain")}>{t("answer.changed")}</button>
              <input name={`_reason.${remark.id}`} aria-label={t("answer.reason")} placeholder={t("answer.reason")} className="control min-w-[14em] flex-1" />
              <button type="submit" name="_answer" value={`${remark.id}:explained`} className={buttonClass("plain")}>{t("answer.explained")}</button>
            </>
          ) : null}>
          <p className="whitespace-pre-wrap">{remark.text}</p>
          {remark.status === "changed" ? <p className="text-note">{t("answer.doneChanged")}</p> : null}
          {remark.status === "explained" ? <p className="text-note">{t("answer.doneExplained", { answer: remark.answer ?? "" })}</p> : null}
        </FieldRemark>
      ))}
    </div>
  );
}

/** Who may see which field, the secrecy statement and the export answer: the same for both kinds. */
export async function PublicityFields({ fields, audience, version, context }: { fields: readonly string[]; audience: Record<string, Audience>; version: Version; context: FieldContext }) {
  const t = await getTranslations("listings");
  const options = audiences.map((value) => ({ value, label: t(`audience.${value}`) }));
  return (
    <>
      <div id="audience" className="grid scroll-mt-32 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <div className="empty:hidden sm:col-span-full"><Remarks field="audience" context={context} /></div>
        {fields.map((field) => (
          <Select key={field} name={`audience.${field}`} label={context.labels[field]} options={options} defaultValue={audience[field] ?? "public"} width="short" />
        ))}
      </div>
      <TextInput name="statement.secrecyReviewedBy" id="secrecyReviewedBy" label={t("statement.secrecyReviewedBy")} hint={t("statement.secrecyReviewedByHint")} mark={t("editor.needed")}
        error={context.errors.secrecyReviewedBy} remark={<Remarks field="secrecyReviewedBy" context={context} />} defaultValue={version.secrecyReviewedBy ?? ""} width="medium" />
      <DateInput name="statement.secrecyReviewedOn" id="secrecyReviewedOn" label={t("statement.secrecyReviewedOn")} mark={t("editor.needed")} error={context.errors.secrecyReviewedOn} defaultValue={version.secrecyReviewedOn ?? ""} />
      <RadioGroup name="statement.exportControl" id="exportControl" label={t("statement.exportControl")} hint={t("statement.exportControlHint")} mark={t("editor.needed")} error={context.errors.exportControl}
        remark={<Remarks field="exportControl" context={context} />} inline defaultValue={version.exportControl ?? ""}
        options={(["no", "yes", "not_sure"] as const).map((value) => ({ value, label: t(`statement.${value}`) }))} />
    </>
  );
}
