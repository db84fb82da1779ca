import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Details } from "./details";
import { diffText } from "./diff-text";

/** One text with its changes marked; each mark is also spoken. */
export function Diff({ before, after }: { before: string; after: string }) {
  const t = useTranslations("ui.diff");
  return (
    <span className="whitespace-pre-wrap">
      {diffText(before, after).map((part, index) =>
        part.kind === "same" ? (
          <span key={index}>{part.text}</span>
        ) : part.kind === "added" ? (
          <ins key={index}><span className="sr-only">{t("added")}</span>{part.text}</ins>
        ) : (
          <del key={index}><span className="sr-only">{t("removed")}</span>{part.text}</del>
        ),
      )}
    </span>
  );
}

/** One field of two versions; equal fields are folded unless something said of them is to be read, changed ones stand side by side where there is room. */
export function FieldDiff({ label, before, after, open, children }: { label: string; before: string; after: string; open?: boolean; children?: ReactNode }) {
  const t = useTranslations("ui.diff");
  if (before === after)
    return (
      <Details className="border-b border-line py-2 text-dense" open={open}>
        <summary>
          <span className="font-semibold">{label}</span> <span className="text-ink-3">{t("unchanged")}</span>
        </summary>
        <p className="max-w-[40em] pt-1 whitespace-pre-wrap">{after}</p>
        {children}
      </Details>
    );
  return (
    <section className="@container border-b border-line py-3 text-dense">
      <h2 className="text-dense">{label}</h2>
      <div className="max-w-[40em] pt-1"><Diff before={before} after={after} /></div>
      {children}
    </section>
  );
}
