import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Details } from "./details";
import { Glyph } from "./glyph";

export type Fact = { label: ReactNode; value: ReactNode; note?: ReactNode };

/** Key facts of a record. Labels in ink-2 at the left; `columns` 2 sets pairs side by side where there is room. */
export function Facts({ items, columns = 1 }: { items: readonly Fact[]; columns?: 1 | 2 }) {
  return (
    <div className="@container">
      <dl className={`fact-list grid gap-x-8 ${columns === 2 ? "@2xl:grid-cols-2" : ""}`}>
        {items.map((item, index) => (
          <div key={index}>
            <dt>{item.label}</dt>
            <dd>
              {item.value}
              {item.note ? <span className="block text-note text-ink-3">{item.note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The ways in which a value can be missing, and "not said"; never a zero, never a dash for all. */
export function Absent({ kind }: { kind: "negotiable" | "unfilled" | "noLedger" | "noTarget" | "hidden" | "none" | "unsaid" }) {
  const t = useTranslations("ui.absent");
  if (kind === "none")
    // Lean, because tables have it by the dozen; its colour comes from the style sheet.
    return <span data-absent="none" role="img" aria-label={t("noneSpoken")}>{t("none")}</span>;
  return <span className={kind === "negotiable" ? "" : "text-ink-3"}>{t(kind)}</span>;
}

/** What a figure means: formula, source, update time; opens in place. */
export function Definition({ children, word }: { children: ReactNode; word?: string }) {
  const t = useTranslations("ui");
  return (
    <Details className="text-dense text-ink-2 [&[open]>summary>svg]:rotate-180">
      <summary className="inline-flex min-h-8 list-none items-center gap-1 text-accent hover:underline [&::-webkit-details-marker]:hidden">
        {word ?? t("definition")}
        <Glyph name="open" className="size-[1em]" />
      </summary>
      <div className="max-w-[40em] border-l-2 border-accent-line py-1 pl-3">{children}</div>
    </Details>
  );
}

type FigureProps = { label: ReactNode; value: ReactNode; unit?: string; asOf?: ReactNode; large?: boolean; children?: ReactNode };

/** One number with its unit, date and way down. `value` without unit; absent values pass <Absent/>. */
export function Figure({ label, value, unit, asOf, large, children }: FigureProps) {
  return (
    <div className="grid content-start gap-0.5">
      <p className="text-dense text-ink-2">{label}</p>
      <p className="figure-unit font-semibold">
        <span className={large ? "text-display" : "text-h2"}>{value}</span>
        {unit ? <span className="ml-1 text-ui font-normal text-ink-2">{unit}</span> : null}
      </p>
      {asOf ? <p className="text-note text-ink-3">{asOf}</p> : null}
      {children}
    </div>
  );
}
