import { getTranslations } from "next-intl/server";
import { achievementSections } from "@/lib/achievements/rules";
import type { SectionState } from "@/lib/listings/rules";
import type { ListingKind } from "@/lib/listings/states";
import { needSections } from "@/lib/needs/rules";

const anchors: Record<string, string> = { maturity: "maturity-section", ip: "ip-section", elements: "elements-section", indicators: "indicators-section" };

export type SectionFacts = { sections: SectionState[]; required: { done: number; total: number }; unanswered: string[] };

/** The editor's parts with what each of them still lacks, the remarks that wait for an answer there, and how much of what is required is there. */
export async function SectionList({ kind, desk }: { kind: ListingKind; desk: SectionFacts }) {
  const t = await getTranslations("listings.editor");
  const words = await getTranslations(kind === "achievement" ? "achievements.sections" : "needs.sections");
  const parts = kind === "achievement" ? achievementSections : needSections;
  // One remark is about the budget, which is two boxes.
  const waiting = (key: string) => desk.unanswered.filter((field) => parts.find((part) => part.key === key)?.fields.some((own) => own === field || (field === "budget" && own.startsWith(field))));
  return (
    <>
      <ol className="grid gap-1 max-lg:grid-cols-2">
        {desk.sections.map((section, index) => (
          <li key={section.key}>
            <a href={`#${anchors[section.key] ?? section.key}`} className="flex min-h-(--target) items-center justify-between gap-2 rounded-control px-2 text-dense hover:bg-sunken">
              <span>{index + 1} {words(section.key as never)}</span>
              <span className={section.state === "done" ? "text-ok" : section.state === "wrong" ? "text-bad" : "text-ink-3"}>{t(`state.${section.state}`, { count: section.missing })}</span>
            </a>
            {waiting(section.key).length > 0 ? <a href={`#${waiting(section.key)[0]}`} className="block px-2 pb-1.5 text-note text-warn underline">{t("waiting", { count: waiting(section.key).length })}</a> : null}
          </li>
        ))}
      </ol>
      <p className="mt-3 border-t border-line px-2 pt-3 text-dense font-semibold">{t("required", desk.required)}</p>
    </>
  );
}
