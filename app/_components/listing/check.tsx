import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import { ActForm, FormField, SubmitButton, type FormState } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { formatDate } from "@/lib/core/dates";
import type { CheckupView } from "@/lib/checkups/queries";
import type { Desk } from "@/lib/listings/read";
import type { Problems, Section } from "@/lib/listings/rules";
import { isEditable, type ListingKind } from "@/lib/listings/states";
import { FileLink } from "./file-link";
import { CheckupPanel } from "./checkup-panel";
import { describe, isAsked } from "./describe";
import { fieldLabels, wordProblems } from "./field-labels";
import { NotEditable } from "./not-editable";
import { deskPath } from "./paths";

type Props<K extends ListingKind> = {
  kind: K; org: string; verified: boolean; sections: readonly Section[];
  desk: Desk<K> & { problems: Problems; unanswered: string[] };
  checkup: CheckupView;
  submit: (state: FormState, form: FormData) => Promise<FormState>;
};

/** Everything once more by section, what is missing as links in place of values, and the one sentence to tick (look 4.6). */
export async function Check<K extends ListingKind>({ kind, org, verified, sections, desk, checkup, submit }: Props<K>) {
  const t = await getTranslations("listings");
  const tc = await getTranslations("checkups");
  const words = await getTranslations(kind === "achievement" ? "achievements.sections" : "needs.sections");
  const { listing, version, content, problems, unanswered, files } = desk;
  const [rows, labels, sentences] = [await describe(kind, content), await fieldLabels(kind), await wordProblems(kind, problems)];
  const edit = deskPath(org, kind, listing.id, "edit");
  if (!isEditable(listing)) return <NotEditable kind={kind} org={org} listing={listing} title={desk.content.title} />;
  const statement: Record<string, string> = {
    secrecyReviewedBy: version.secrecyReviewedBy ?? "",
    secrecyReviewedOn: version.secrecyReviewedOn ? formatDate(version.secrecyReviewedOn) : "",
    exportControl: version.exportControl ? t(`statement.${version.exportControl}`) : "",
  };
  const textOf = (field: string) => rows.find((row) => row.field === field)?.text ?? statement[field] ?? "";
  const shown = (fields: readonly string[]) => [...new Set(fields.map((field) => (field.startsWith("budgetM") ? "budget" : field)))].filter((field) => field !== "directionCode" && field !== "files" && isAsked(content, field));
  const problemsOf = (field: string) => Object.entries(sentences).filter(([path]) => path.split(".")[0] === field || (field === "budget" && path.startsWith("budgetM"))).map(([, words]) => words);
  const count = Object.keys(problems).length;
  return (
    <div className="grid gap-6 beside-xl:grid-cols-[minmax(0,60rem)_20rem]">
      <div className="grid min-w-0 content-start gap-6">
        <header className="grid gap-2">
          <h1 className="text-h1">{t("check.title")}</h1>
          <p className="text-ui text-ink-2">{t("check.lead")}</p>
          <p className="beside-xl:hidden"><a href="#checkup" className="link">{tc(`title.${kind as ListingKind}`)} {tc("score", { score: checkup.score })}</a></p>
        </header>
        {count > 0 ? <NoticeBar tone="warn">{t("check.notReady", { count })}</NoticeBar> : unanswered.length === 0 ? <NoticeBar tone="ok">{t("check.ready")}</NoticeBar> : null}
        {unanswered.length > 0 ? <NoticeBar tone="warn" actions={<LinkButton href={edit}>{t("check.back")}</LinkButton>}>{t("check.unanswered", { count: unanswered.length })}</NoticeBar> : null}
        {sections.map((section, index) => (
          <section key={section.key} className="panel">
            <h2 className="text-h3">{index + 1} {words(section.key as never)}</h2>
            <dl>
              {shown(section.fields).map((field) => (
                <div key={field} className="grid gap-x-4 gap-y-1 border-t border-line py-2.5 text-dense sm:grid-cols-[9em_minmax(0,1fr)_auto]">
                  <dt className="text-ink-2">{labels[field]}</dt>
                  <dd className="max-w-[44em] min-w-0">
                    <p className="break-words whitespace-pre-wrap">{textOf(field) || <span className="text-ink-3">{t("none")}</span>}</p>
                    {problemsOf(field).map((sentence) => <p key={sentence}><Link href={`${edit}?check=1#${field}`} className="font-semibold text-bad underline">{sentence}</Link></p>)}
                  </dd>
                  <dd><Link href={`${edit}#${field}`} className="link">{t(textOf(field) ? "check.change" : "check.fill", { field: labels[field] ?? "" })}</Link></dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {files.length > 0 ? <section className="panel grid gap-2"><h2 className="text-h3">{t("files.title")}</h2>{files.map((file) => <FileLink key={file.id} file={file} note={t(`audience.${file.audience}`)} />)}</section> : null}
        <p className="flex flex-wrap gap-x-6 gap-y-2 text-ui">
          <strong>{t("check.seen")}</strong>
          {(["public", "registered", "deal"] as const).map((level) => <Link key={level} className="link" href={`${deskPath(org, kind, listing.id, "preview")}?as=${level}`}>{t(`check.as${level === "public" ? "Public" : level === "registered" ? "Registered" : "Deal"}`)}</Link>)}
        </p>
        {verified ? (
          <ActForm action={submit} org={org} hidden={{ listingId: listing.id, lock: String(version.lock), ...Object.fromEntries(Object.entries(labels).map(([field, label]) => [`_label.${field}`, label])) }} className="panel grid gap-5">
            <FormField name="classified" type="radio" inline label={t("check.classified")} options={[{ value: "no", label: t("check.classifiedNo") }, { value: "yes", label: t("check.classifiedYes") }]} />
            <FormField name="promise" type="checkbox" label={t("check.promise")} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{t("check.submit")}</SubmitButton>
              <LinkButton href={edit}>{t("check.back")}</LinkButton>
            </div>
          </ActForm>
        ) : <NoticeBar tone="warn" actions={<LinkButton href={edit}>{t("check.back")}</LinkButton>}>{t("check.unverified")}</NoticeBar>}
      </div>
      <CheckupPanel kind={kind} checkup={checkup} editor={edit} />
    </div>
  );
}
