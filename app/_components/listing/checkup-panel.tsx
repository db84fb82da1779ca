import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import { Chip } from "@/app/_components/ui/chip";
import { Details } from "@/app/_components/ui/details";
import { PartBars } from "@/app/_components/ui/part-bars";
import type { Checkup, CheckupFinding, SimilarRecord } from "@/lib/checkups/rules";
import { DUPLICATE } from "@/lib/checkups/check";
import { formatPercent } from "@/lib/core/figures";
import type { ListingKind } from "@/lib/listings/states";
import { adviceLabels } from "./field-labels";
import { publicPath } from "./paths";

type Props = {
  kind: ListingKind;
  /** `similar` is null while it is not known yet. */
  checkup: Checkup & { similar: SimilarRecord[] | null };
  /** Page of the editor whose fields the advice leads to; empty on that page itself, null where the reader cannot write. */
  editor: string | null;
  /** The reviewer reads what was stored, the author what is so now. */
  stored?: boolean;
};

const shown = 5;

/** What a reader will miss, with an example for each and the way to the field; how many points each part has (look 4.6, 4.8). */
export async function CheckupPanel({ kind, checkup, editor, stored }: Props) {
  const t = await getTranslations("checkups");
  const { score, parts, findings, similar } = checkup;
  const first = findings.slice(0, shown), rest = findings.slice(shown);
  const list = (some: CheckupFinding[]) => <ul className="grid gap-3">{some.map((finding) => <Advice key={`${finding.code} ${finding.field}`} kind={kind} finding={finding} editor={editor} />)}</ul>;
  return (
    <section id="checkup" aria-labelledby="checkup-title" className="panel grid scroll-mt-32 content-start gap-4 self-start">
      <header>
        <h2 id="checkup-title" className="flex items-baseline justify-between gap-3 text-h3"><span>{t(`title.${kind}`)}</span><span className="text-h2">{t("score", { score })}</span></h2>
        <p className="text-note text-ink-3">{t(stored ? "stored" : "lead")}</p>
      </header>
      {findings.length === 0 ? <p className="text-dense text-ok">{t("nothing")}</p> : (
        <div className="grid gap-3 text-dense">
          <h3 className="text-dense">{t("wants")}</h3>
          {list(first)}
          {rest.length > 0 ? <Details className="grid gap-3"><summary className="inline-flex min-h-(--target) cursor-pointer items-center text-accent">{t("more", { count: rest.length })}</summary>{list(rest)}</Details> : null}
        </div>
      )}
      <div className="grid gap-2 border-t border-line pt-3">
        <h3 className="text-dense">{t("parts")}</h3>
        <PartBars parts={Object.entries(parts).map(([part, { got, most }]) => ({ label: t(`part.${part}` as never), share: got / most, words: t("partScore", { got, most }) }))} />
      </div>
      <Similar similar={similar} />
    </section>
  );
}

/** What is there and says too little is changed, what is missing is added. */
async function Advice({ kind, finding, editor }: { kind: ListingKind; finding: CheckupFinding; editor: string | null }) {
  const t = await getTranslations("checkups");
  const label = (await adviceLabels(kind))(finding.field);
  return (
    <li className="border-l-2 border-line pl-3">
      <p>{t(`finding.${finding.code}.say` as never, finding.values as never)} {editor === null ? null : <a href={`${editor}#${finding.field}`} className="link whitespace-nowrap">{t((t.has(`finding.${finding.code}.fix` as never) ? `finding.${finding.code}.fix` : "fix") as never, { field: label } as never)}</a>}</p>
      <p className="text-note text-ink-3">{t(`finding.${finding.code}.example` as never)}</p>
    </li>
  );
}

async function Similar({ similar }: { similar: SimilarRecord[] | null }) {
  const t = await getTranslations("checkups");
  return (
    <div className="grid gap-2 border-t border-line pt-3 text-dense">
      <h3 className="text-dense">{t("similarTitle")}</h3>
      {similar === null ? <p className="text-ink-3">{t("comparing")}</p> : similar.length === 0 ? <p className="text-ink-3">{t("noneSimilar")}</p> : (
        <>
          <ul className="grid gap-2">
            {similar.map((record) => (
              <li key={record.id}>
                <p><Link href={publicPath(record.kind, record.id)} target="_blank" className="link">{record.title}</Link></p>
                <p className="flex flex-wrap items-center gap-2 text-note text-ink-3">
                  <Chip small tone={record.likeness >= DUPLICATE ? "warn" : "mute"}>{t(`similar.${record.likeness >= DUPLICATE ? "duplicate" : "alike"}`, { share: formatPercent(record.likeness, 0) })}</Chip>
                  {record.organisationName}
                </p>
              </li>
            ))}
          </ul>
          <p className="text-note text-ink-3">{t("similarLead")}</p>
        </>
      )}
    </div>
  );
}
