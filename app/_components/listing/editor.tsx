import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import type { ReactNode } from "react";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { getUiWords } from "@/app/_components/ui/words";
import { formatTime } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import type { Desk } from "@/lib/listings/read";
import { wrongOnes } from "@/lib/listings/rules";
import { isEditable, type ListingKind } from "@/lib/listings/states";
import { Attachments, type FileActions } from "./attachments";
import { AutosaveForm } from "./autosave-form";
import { printsOf } from "./compare-saves";
import { fieldLabels, wordProblems } from "./field-labels";
import { ListingStatusChips } from "./listing-status";
import { FreshAfterSaving } from "./fresh-after-saving";
import { NotEditable } from "./not-editable";
import { deskPath } from "./paths";
import { readSections } from "./read-beside";
import type { EditorAnswer } from "./save-and-go";
import type { FieldContext } from "./section";
import { SectionList, type SectionFacts } from "./section-list";

type AnyDesk<K extends ListingKind> = Desk<K> & { problems: Parameters<typeof wordProblems>[1] } & SectionFacts;
type Props<K extends ListingKind> = {
  kind: K; org: string; person: string; desk: AnyDesk<K>; query: Record<string, string | undefined>;
  action: (state: EditorAnswer, form: FormData) => Promise<EditorAnswer>; files: FileActions;
  fields: (context: FieldContext) => ReactNode;
};

/** As wide as the form's second column. */
const beside = "lg:pl-[14.5rem]";

/** One long page with its list of sections (look 4.6). What is missing is shown only after the check page sent one here, what is wrong always. */
export async function Editor<K extends ListingKind>({ kind, org, person, desk, query, action, files, fields }: Props<K>) {
  const t = await getTranslations("listings.editor");
  const { save } = await getUiWords();
  const { listing, version } = desk;
  if (!isEditable(listing)) return <NotEditable kind={kind} org={org} listing={listing} title={desk.content.title} />;
  const errors = await wordProblems(kind, query.check ? desk.problems : wrongOnes(desk.problems));
  const context: FieldContext = { labels: await fieldLabels(kind), errors, remarks: desk.remarks, answerable: true };
  return (
    <div className="grid min-w-0 gap-6">
      {listing.revision !== "none" ? <div className={beside}><NoticeBar>{t(listing.status === "published" ? "revisionNote" : "revisionNoteHidden")}</NoticeBar></div> : null}
      <AutosaveForm key={`${version.id}-${query.answered ?? ""}-${query.merged ?? ""}`} kind={kind} listing={listing.id} person={person} lock={version.lock} base={await printsOf(kind, desk.content, version)} session={newId()} org={org} savedAt={formatTime(version.savedAt)} action={action}
        hrefs={{ close: deskPath(org, kind, listing.id), check: deskPath(org, kind, listing.id, "check") }}
        words={{ ...save, unsaved: t("unsaved"), found: t("found"), restore: t("restore"), discard: t("discard"), close: t("close"), check: t("check"),
          compare: t("conflict.compare"), mine: t("conflict.mine"), theirs: t("conflict.theirs"), both: t("conflict.both"), useMine: t("conflict.useMine"), useTheirs: t("conflict.useTheirs"), merge: t("conflict.merge"), empty: t("conflict.empty"), same: t("conflict.same") }}
        sections={(
          <nav aria-label={t("sections")}>
            <FreshAfterSaving read={readSections.bind(null, kind, org, listing.id)}><SectionList kind={kind} desk={desk} /></FreshAfterSaving>
            <p className="px-2 text-note text-ink-3">{t("checkHint")}</p>
            <p className="px-2 pt-2"><Link href={deskPath(org, kind, listing.id, "preview")} className="link text-dense">{t("preview")}</Link></p>
          </nav>
        )}
        title={<span className="flex flex-wrap items-center gap-3"><h1 className="text-h3">{t(`title.${kind as ListingKind}`)}</h1><ListingStatusChips kind={kind} status={listing.status} revision={listing.revision} small /></span>}>
        {fields(context)}
      </AutosaveForm>
      <div className={beside}><Attachments org={org} listingId={listing.id} files={desk.files} actions={files} /></div>
    </div>
  );
}
