import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { getUiWords } from "@/app/_components/ui/words";
import { formatTime } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import type { Desk } from "@/lib/listings/read";
import type { SectionState } from "@/lib/listings/rules";
import { isEditable, type ListingKind } from "@/lib/listings/states";
import { Attachments, type FileActions } from "./attachments";
import { AutosaveForm } from "./autosave-form";
import { printsOf } from "./compare-saves";
import { fieldLabels, wordProblems } from "./field-labels";
import { ListingStatusChips } from "./listing-status";
import { NotEditable } from "./not-editable";
import { deskPath } from "./paths";
import type { EditorAnswer } from "./save-and-go";
import type { FieldContext } from "./section";

type AnyDesk<K extends ListingKind> = Desk<K> & { problems: Parameters<typeof wordProblems>[1]; sections: SectionState[]; required: { done: number; total: number } };
type Props<K extends ListingKind> = {
  kind: K; org: string; person: string; desk: AnyDesk<K>; query: Record<string, string | undefined>;
  action: (state: EditorAnswer, form: FormData) => Promise<EditorAnswer>; files: FileActions;
  fields: (context: FieldContext) => ReactNode;
};

const anchors: Record<string, string> = { maturity: "maturity-section", ip: "ip-section", elements: "elements-section", indicators: "indicators-section" };

/** One long page with its list of sections (look 4.6). What is wrong is shown only after the check page sent one here. */
export async function Editor<K extends ListingKind>({ kind, org, person, desk, query, action, files, fields }: Props<K>) {
  const t = await getTranslations("listings.editor");
  const { save } = await getUiWords();
  const words = await getTranslations(kind === "achievement" ? "achievements.sections" : "needs.sections");
  const { listing, version } = desk;
  if (!isEditable(listing)) return <NotEditable kind={kind} org={org} listing={listing} title={desk.content.title} />;
  const errors = query.check ? await wordProblems(kind, desk.problems) : {};
  const context: FieldContext = { labels: await fieldLabels(kind), errors, remarks: desk.remarks, answerable: true };
  return (
    <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label={t("sections")} className="content-start lg:sticky lg:top-28 lg:self-start">
        <ol className="grid gap-1 max-lg:grid-cols-2">
          {desk.sections.map((section, index) => (
            <li key={section.key}>
              <a href={`#${anchors[section.key] ?? section.key}`} className="flex min-h-(--target) items-center justify-between gap-2 rounded-control px-2 text-dense hover:bg-sunken">
                <span>{index + 1} {words(section.key as never)}</span>
                <span className={section.state === "done" ? "text-ok" : section.state === "wrong" ? "text-bad" : "text-ink-3"}>{t(`state.${section.state}`, { count: section.missing })}</span>
              </a>
            </li>
          ))}
        </ol>
        <p className="mt-3 border-t border-line px-2 pt-3 text-dense font-semibold">{t("required", desk.required)}</p>
        <p className="px-2 text-note text-ink-3">{t("checkHint")}</p>
        <p className="px-2 pt-2"><Link href={deskPath(org, kind, listing.id, "preview")} className="link text-dense">{t("preview")}</Link></p>
      </nav>
      <div className="grid min-w-0 gap-6">
        {listing.revision !== "none" ? <NoticeBar>{t("revisionNote")}</NoticeBar> : null}
        <AutosaveForm key={`${version.id}-${query.answered ?? ""}-${query.merged ?? ""}`} kind={kind} listing={listing.id} person={person} lock={version.lock} base={await printsOf(kind, desk.content, version)} session={newId()} org={org} savedAt={formatTime(version.savedAt)} action={action}
          hrefs={{ close: deskPath(org, kind, listing.id), check: deskPath(org, kind, listing.id, "check") }}
          words={{ ...save, unsaved: t("unsaved"), found: t("found"), restore: t("restore"), discard: t("discard"), close: t("close"), check: t("check"),
            compare: t("conflict.compare"), mine: t("conflict.mine"), theirs: t("conflict.theirs"), both: t("conflict.both"), useMine: t("conflict.useMine"), useTheirs: t("conflict.useTheirs"), merge: t("conflict.merge"), empty: t("conflict.empty"), same: t("conflict.same") }}
          title={<span className="flex flex-wrap items-center gap-3"><h1 className="text-h3">{t(`title.${kind as ListingKind}`)}</h1><ListingStatusChips kind={kind} status={listing.status} revision={listing.revision} small /></span>}>
          {fields(context)}
        </AutosaveForm>
        <Attachments org={org} listingId={listing.id} files={desk.files} actions={files} />
      </div>
    </div>
  );
}
