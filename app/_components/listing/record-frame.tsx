import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_components/ui/button";
import { PrintButton } from "@/app/_components/ui/print-button";
import { Facts, type Fact } from "@/app/_components/ui/facts";
import { Icon } from "@/app/_components/ui/icon";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { Watermark } from "@/app/_components/ui/watermark";
import { codeName } from "@/lib/codes/lists";
import { placeName } from "@/lib/codes/places";
import { termName } from "@/lib/codes/taxonomy";
import { formatDate } from "@/lib/core/dates";
import type { Reading } from "@/lib/listings/read";
import type { ListingKind, ListingStatus } from "@/lib/listings/states";
import { FileLink } from "./file-link";
import { DemoChip } from "./demo-chip";
import { fieldLabels } from "./field-labels";
import { ListingStatusChips } from "./listing-status";

/** Where the main action leads, or why there is none. */
export type Doorway = { href: string; label: string } | { sentence: string } | null;
type Props<K extends ListingKind> = {
  reading: Reading<K>;
  /** The main action of the page; null in previews and for the owner. */
  door: Doorway;
  facts: Fact[];
  /** What the phone's bottom bar says beside the button. */
  short: ReactNode;
  bar?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
};

/** Nobody has let it go to the public yet. */
const unfinished: readonly ListingStatus[] = ["draft", "pending", "sent_back"];

/** The frame of a public record: path, title, who and when; main column; facts and the one action beside it (look 4.3, 4.4). */
export async function RecordFrame<K extends ListingKind>({ reading, door, facts, short, bar, aside, children }: Props<K>) {
  const t = await getTranslations("listings");
  const { kind, content, organisation } = reading;
  const labels = await fieldLabels(kind);
  const deadline = "deadline" in content ? content.deadline : null;
  const action = door && "href" in door ? door : null;
  const unnamed = "anonymous" in content ? (content.alias ?? t("public.anonymous")) : t("public.anonymous");
  const path = [content.industryCode, content.fieldCode].filter((code): code is string => Boolean(code));
  const common: Fact[] = [
    ...facts,
    { label: t("public.modes"), value: content.modes.length ? content.modes.map((mode) => codeName("mode", mode)).join(t("separator")) : t("none") },
    { label: labels.districtCode, value: content.districtCode ? placeName(content.districtCode) : t("none") },
    { label: t("public.techArea"), value: content.techArea ? codeName("tech_area", content.techArea) : t("none") },
    { label: t("public.number"), value: reading.number },
  ];
  return (
    <div className="measure grid gap-6 py-8 max-md:pb-24 not-print:large:pb-24 print:gap-3 print:py-2">
      {bar}
      <Watermark words={[...(unfinished.includes(reading.status) ? [t("public.draft")] : []), ...(reading.demo ? [t("public.demo")] : [])]} />
      <Breadcrumbs items={[{ label: t(`public.crumb.${kind as ListingKind}`), href: `/search?kind=${kind}` }, ...path.map((code, at) => ({ label: termName(code), href: `/search?kind=${kind}&${at === 0 ? "industry" : "field"}=${code}` })), { label: reading.number }]} />
      <div className="grid gap-8 beside:grid-cols-[minmax(0,1fr)_20rem] print:grid-cols-1 print:gap-3">
        <article className="grid min-w-0 content-start gap-8 print:contents">
          <header className="grid gap-3 print:order-[-2]">
            <h1 className="text-h1">{content.title || t("list.untitled")}</h1>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-dense text-ink-2">
              <ListingStatusChips kind={kind} status={reading.status} revision="none" deadline={deadline} />
              <DemoChip demo={reading.demo} />
              {organisation ? <Link className="link" href={`/organisations/${organisation.id}`}>{organisation.name}</Link> : <span>{unnamed}{"\u3000"}{t("public.verifiedByBureau")}</span>}
              <span>{t("public.updated", { date: formatDate(reading.updatedAt, "table") })}</span>
              <PrintButton label={t("public.print")} />
            </p>
            {content.keywords.length > 0 ? <p className="flex flex-wrap gap-x-4 gap-y-1 text-dense">{content.keywords.map((word) => <Link key={word} className="link" href={`/search?q=${encodeURIComponent(word)}`}>{word}</Link>)}</p> : null}
          </header>
          {children}
          {reading.files.length + reading.lockedFiles.length > 0 ? (
            <RecordPart title={t("files.title")}>
              <ul className="grid gap-2">
                {reading.files.map((file) => <li key={file.id}><FileLink file={file} /></li>)}
                {reading.lockedFiles.map((file, at) => <li key={at} className="flex items-center gap-2 text-ink-2"><Icon name="lock-keyhole" />{t("files.locked", { kind: file.kind, key: t(`key.${file.audience}`) })}</li>)}
              </ul>
            </RecordPart>
          ) : null}
          {reading.locked.length > 0 ? (
            <section className="rounded-panel border border-dashed border-line-strong p-4">
              <h2 className="flex items-center gap-2 text-ui font-semibold"><Icon name="lock-keyhole" />{t("lockedTitle")}</h2>
              <ul className="mt-2 grid gap-1 text-ui text-ink-2">
                {reading.locked.map(({ field, audience }) => <li key={field}>{t("lockedLine", { field: labels[field] ?? field, key: t(`key.${audience}`) })}</li>)}
              </ul>
            </section>
          ) : null}
        </article>
        {/* On paper the facts stand under the title, and what else there is stays away. */}
        <aside className="grid content-start gap-6 print:contents">
          <div className="panel grid gap-4 print:order-[-1]">
            {action ? <div className="screen-only grid gap-4"><LinkButton variant="primary" href={action.href}>{action.label}</LinkButton><p className="text-note text-ink-3">{t("public.contact")}</p></div> : null}
            {door && "sentence" in door ? <p className="text-dense text-ink-2">{door.sentence}</p> : null}
            <Facts columns={2} items={common} />
          </div>
          <div className="screen-only contents">{aside}</div>
        </aside>
      </div>
      {action ? (
        <div className="screen-only fixed inset-x-0 bottom-0 z-20 flex items-center justify-between gap-3 border-t border-line bg-surface p-3 md:hidden large:flex">
          <span className="text-dense font-semibold">{short}</span>
          <LinkButton variant="primary" href={action.href}>{action.label}</LinkButton>
        </div>
      ) : null}
    </div>
  );
}

/** On paper its distance is its own: a gap is lost after what went on over the end of a sheet. */
export function RecordPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 print:block print:pb-1">
      <h2 className="border-b border-line pb-2 text-h2 print:mb-3">{title}</h2>
      {children}
    </section>
  );
}

/** Running text in paragraphs; what was typed as markup stays text. */
export function Paragraphs({ text }: { text: string }) {
  return <div className="grid max-w-[40em] gap-3 text-body">{text.split("\n").filter(Boolean).map((line, index) => <p key={index} className="break-words">{line}</p>)}</div>;
}
