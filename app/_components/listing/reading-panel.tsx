import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton, type FormState } from "@/app/_components/ui/act-form";
import { buttonClass } from "@/app/_components/ui/button-look";
import { maturityName } from "@/lib/codes/maturity";
import { termName } from "@/lib/codes/taxonomy";
import { dateInHarbin } from "@/lib/core/dates";
import { formatPercent } from "@/lib/core/figures";
import type { ContentOf } from "@/lib/listings/content";
import type { ListingKind } from "@/lib/listings/states";
import type { Correction, ReadingView } from "@/lib/readings/queries";
import { ConditionHints, FillButton, takesMaturity } from "./condition-hints";

export type ReadingActions = { correct: (state: FormState, form: FormData) => Promise<FormState>; undo: (state: FormState, form: FormData) => Promise<FormState> };
type Elements = ContentOf["need"]["elements"];
type Props = { kind: ListingKind; org: string; listingId: string; reading: ReadingView; content: ContentOf[ListingKind]; actions: ReadingActions | null; /** The editor's form is on this page: suggestions can be taken over. */ editing: boolean };

/** "What the platform read": terms, place, figures, readiness; wrong ones go and missing ones come with one press. */
export async function ReadingPanel({ kind, org, listingId, reading, content, actions, editing }: Props) {
  const t = await getTranslations("readings");
  const maturity = "maturity" in content ? content.maturity : content.requiredMaturity;
  const hidden = { listingId };
  return (
    <section aria-labelledby="reading-title" className="panel grid content-start gap-4 text-dense">
      <header>
        <h2 id="reading-title" className="text-h3">{t("title")}</h2>
        <p className="text-note text-ink-3">{t("lead")}</p>
      </header>
      <Part title={t("place")}><Places reading={reading} chosen={content} editing={editing} /></Part>
      <Part title={t("terms")}>
        {reading.terms.length === 0 ? <p className="text-ink-3">{t("noTerms")}</p> : null}
        <ul className="flex flex-wrap gap-x-3 gap-y-1">
          {reading.terms.map(({ text }) => (
            <li key={text} className="inline-flex items-center gap-1">
              <span>{text}</span>
              {actions ? <ActForm action={actions.correct} org={org} hidden={{ ...hidden, correction: "removed", term: text }} className="inline"><button className="link min-h-(--target) px-1 text-note" aria-label={t("wrongName", { term: text })}>{t("wrong")}</button></ActForm> : null}
            </li>
          ))}
        </ul>
        {(["added", "removed"] as const).map((word) => <Corrections key={word} title={t(word)} rows={reading.corrections.filter((one) => one.kind === word)} org={org} undo={actions?.undo ?? null} />)}
        {actions ? (
          <ActForm action={actions.correct} org={org} hidden={{ ...hidden, correction: "added" }} clear className="grid gap-2">
            <FormField name="term" label={t("add")} hint={t("addHint")} width="medium" />
            <div><SubmitButton variant="plain">{t("addButton")}</SubmitButton></div>
          </ActForm>
        ) : null}
      </Part>
      <Part title={t("figures")}>{reading.figures.length === 0 ? <p className="text-ink-3">{t("none")}</p> : <ul className="grid gap-0.5">{reading.figures.slice(0, 8).map(({ name, value, unit }) => <li key={`${name}${value}${unit}`}>{name} {value}{unit}</li>)}</ul>}</Part>
      {reading.grades.length > 0 ? <Part title={t("grades")}><p>{reading.grades.join("\u3000")}</p></Part> : null}
      <Part title={t("maturity")}>
        {reading.maturity ? (
          <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span>{t("maturityHint", { ...reading.maturity, name: maturityName(reading.maturity.level) })}{maturity && maturity !== reading.maturity.level ? t("maturityDiffers", { chosen: maturity }) : ""}</span>
            {editing && takesMaturity(kind, maturity) ? <FillButton fill={[["maturity", String(reading.maturity.level)]]} name={t("maturity")} /> : null}
          </p>
        ) : <p className="text-ink-3">{t("none")}</p>}
      </Part>
      <Part title={t("conditions")}><ConditionHints read={reading.conditions} content={content} editing={editing} /></Part>
      {"elements" in content && Object.keys(reading.elements).length > 0 ? <Part title={t("elements")}><ElementHints read={reading.elements} written={content.elements} editing={editing} /></Part> : null}
    </section>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return <div className="grid gap-2 border-t border-line pt-3"><h3 className="text-dense">{title}</h3>{children}</div>;
}

/** One press writes a place into the form: the button belongs to the editor's form, so that everything typed is saved with it. */
async function Places({ reading, chosen, editing }: { reading: ReadingView; chosen: Pick<ContentOf[ListingKind], "fieldCode" | "directionCode">; editing: boolean }) {
  const t = await getTranslations("readings");
  const suggested = [...(reading.direction ? [reading.direction] : []), ...reading.fields.filter(({ confidence }) => confidence >= 0.1)].slice(0, 3);
  if (suggested.length === 0) return <p className="text-ink-3">{t("noPlace")}</p>;
  return (
    <ul className="grid gap-2">
      {suggested.map(({ code, confidence }) => {
        const name = (code.includes("-") ? [code.slice(0, 2), code.slice(0, 4), code] : [code.slice(0, 2), code]).map((one) => termName(one)).join(" / ");
        const taken = chosen.directionCode === code || (chosen.fieldCode === code && !code.includes("-"));
        return (
          <li key={code} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span>{name} <span className="text-note whitespace-nowrap text-ink-3">{t("sure", { percent: formatPercent(confidence, 0) })}</span></span>
            {taken ? <span className="text-note text-ok">{t("placeNow")}</span> : editing ? <button type="submit" form="editor" name="_adopt" value={code} aria-label={t("adoptName", { name })} className={buttonClass("plain")}>{t("adopt")}</button> : null}
          </li>
        );
      })}
    </ul>
  );
}

async function Corrections({ title, rows, org, undo }: { title: string; rows: Correction[]; org: string; undo: ReadingActions["undo"] | null }) {
  const t = await getTranslations("readings");
  if (rows.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h4 className="text-note text-ink-2">{title}</h4>
      <ul className="grid gap-1">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-3">
            <span>{row.kind === "removed" ? <s>{row.term}</s> : row.term} <span className="text-note text-ink-3">{t("by", { who: row.by ?? "", date: dateInHarbin(row.at) })}</span></span>
            {undo ? <ActForm action={undo} org={org} hidden={{ correctionId: row.id }} className="inline"><button className="link min-h-(--target) px-1 text-note" aria-label={t("undoName", { term: row.term })}>{t("undo")}</button></ActForm> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What reads like one of the five goes into its box with one press, like a place; a box that says it already, or something else, is left alone. */
async function ElementHints({ read, written, editing }: { read: ReadingView["elements"]; written: Elements; editing: boolean }) {
  const t = await getTranslations();
  return (
    <ul className="grid gap-2">
      {(Object.entries(read) as [keyof Elements, string][]).map(([name, sentence]) => {
        const element = t(`needs.elements.${name}`), own = written[name];
        return (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span>{t("readings.elementHint", { element, sentence })}</span>
            {own ? (own.includes(sentence) ? <span className="text-note text-ok">{t("readings.elementNow")}</span> : null)
              : editing ? <button type="submit" form="editor" name="_sentence" value={`${name}=${sentence}`} aria-label={t("readings.takeElement", { element })} className={buttonClass("plain")}>{t("readings.adopt")}</button> : null}
          </li>
        );
      })}
    </ul>
  );
}
