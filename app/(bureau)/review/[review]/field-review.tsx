import { getTranslations } from "next-intl/server";
import { describe } from "@/app/_components/listing/describe";
import { FormField } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import { FieldDiff } from "@/app/_components/ui/diff";
import { FieldRemark } from "@/app/_components/ui/field";
import { formatDate } from "@/lib/core/dates";
import type { ReviewSubject } from "@/lib/listings/read-review";
import type { Remark } from "@/lib/reviews/queries";
import { RemarkFocus } from "./remark-focus";

type Props = { listing: NonNullable<ReviewSubject["listing"]>; remarks: Remark[]; round: number; onlyChanges: boolean; form: boolean; written: Record<string, string> };

/** Field by field: what it says, what changed, what was said of it before, and a place for a remark. */
export async function FieldReview({ listing, remarks, round, onlyChanges, form, written }: Props) {
  const t = await getTranslations("reviews.page");
  const words = listing.kind === "achievement"
    ? { after: await describe("achievement", listing.content), before: listing.before ? await describe("achievement", listing.before) : null }
    : { after: await describe("need", listing.content), before: listing.before ? await describe("need", listing.before) : null };
  const textBefore = (field: string) => words.before?.find((row) => row.field === field)?.text ?? "";
  const rows = words.after.map((row, index) => ({ ...row, index, before: words.before ? textBefore(row.field) : null }));
  const shown = onlyChanges ? rows.filter((row) => row.before !== row.text || written[row.field] || remarks.some((remark) => remark.field === row.field)) : rows;
  return (
    <div className="panel">
      {form ? <RemarkFocus /> : null}
      {words.before === null ? <p className="pb-2 text-dense text-ink-3">{t("first")}</p> : null}
      {shown.length === 0 ? <p className="text-dense text-ink-3">{t("noChanges")}</p> : null}
      {shown.map((row) => {
        const said = remarks.filter((remark) => remark.field === row.field);
        const same = row.before === row.text;
        const extra = (
          <div className="grid gap-2 pt-2">
            {said.map((remark) => (
              <FieldRemark key={remark.id} answered={remark.status !== "open"} by={`${remark.by}\u3000${remark.decidedAt ? formatDate(remark.decidedAt, "table") : ""}\u3000${t("round", { round: remark.round })}`}>
                <p>{t("yours", { text: remark.text })}</p>
                <p className="text-note">{remark.status === "changed" ? t("answerChanged") : remark.status === "explained" ? t("answerExplained", { answer: remark.answer ?? "" }) : t("answerOpen")}</p>
                {/* Of the last round only: the version before is the one that it was about. */}
                {remark.status === "changed" && same && remark.round === round - 1 ? <p className="text-note font-semibold text-warn">{t("answerSame")}</p> : null}
              </FieldRemark>
            ))}
            {form ? <RemarkBox index={row.index} field={row.field} label={row.label} written={written[row.field]} /> : null}
          </div>
        );
        if (row.before !== null && (row.before !== row.text || onlyChanges)) return <FieldDiff key={row.field} label={row.label} before={row.before} after={row.text} open={said.length > 0 || written[row.field] !== undefined}>{extra}</FieldDiff>;
        return (
          <section key={row.field} className="border-b border-line py-3 text-dense last:border-b-0">
            <h2 className="text-dense">{row.label}</h2>
            <p className="max-w-[44em] break-words whitespace-pre-wrap">{row.text || <span className="text-ink-3">{t("empty")}</span>}</p>
            {extra}
          </section>
        );
      })}
    </div>
  );
}

async function RemarkBox({ index, field, label, written }: { index: number; field: string; label: string; written: string | undefined }) {
  const t = await getTranslations("reviews.page");
  return (
    <Details data-remark="" className="text-dense" open={written !== undefined}>
      <summary className="inline-flex min-h-(--target) cursor-pointer items-center text-accent">{t("write")}</summary>
      <input type="hidden" name={`remarks.${index}.field`} value={field} />
      <FormField name={`remarks.${index}.text`} type="textarea" rows={2} label={t("remark", { field: label })} hint={t("remarkHint")} defaultValue={written} />
    </Details>
  );
}
