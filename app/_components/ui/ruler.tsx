import { useId } from "react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type RulerTick = {
  at: number;
  /** What the tick says: its figure and its name. */
  words: ReactNode;
  kind?: "now" | "due" | "target" | "stretch";
};

type Props = {
  /** Spoken summary of the whole drawing. */
  label: string;
  max: number;
  value: number;
  /** Where the value should be today; the gap up to it is hatched. */
  due?: number;
  ticks?: readonly RulerTick[];
  thick?: boolean;
};

const percent = (at: number, max: number) => `${Math.min(100, Math.max(0, (at / max) * 100))}%`;

/** Progress with ticks: the signature of the house. All words are text at the page's own size, so larger type follows. */
export function Ruler({ label, max, value, due, ticks = [], thick }: Props) {
  const hatch = useId();
  const behind = due !== undefined && due > value;
  const height = thick ? "1rem" : "0.75rem";
  return (
    <figure className="w-full">
      <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" x2="0" y1="0" y2="6" stroke="var(--accent)" strokeWidth="2" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="var(--sunken)" stroke="var(--line-strong)" />
        <rect width={percent(value, max)} height="100%" fill="var(--accent)" />
        {behind ? <rect x={percent(value, max)} width={percent(due - value, max)} height="100%" fill={`url(#${hatch})`} /> : null}
        {ticks.map((tick) => (
          <line key={`${tick.kind}${tick.at}`} x1={percent(tick.at, max)} x2={percent(tick.at, max)} y1="-4" y2="100%" stroke="var(--ink)" strokeWidth="2" strokeDasharray={tick.kind === "due" ? "3 2" : undefined} />
        ))}
      </svg>
      {ticks.length > 0 ? (
        <figcaption className="clauses mt-1.5 grid gap-y-0.5 text-note text-ink-2">
          {ticks.map((tick, row) => <TickWords key={`${tick.kind}${tick.at}`} tick={tick} share={tick.at / max} row={row} rows={ticks.length} />)}
        </figcaption>
      ) : null}
    </figure>
  );
}

/** Each tick has its own line, so words never run into each other; they stand on the side that has room. */
function TickWords({ tick, share, row }: { tick: RulerTick; share: number; row: number; rows: number }) {
  const left = share > 0.5;
  const at = `${Math.min(100, Math.max(0, share * 100))}%`;
  return (
    <span style={{ gridRow: row + 1, gridColumn: 1, ...(left ? { marginRight: `calc(100% - ${at} - 1px)`, textAlign: "right" } : { marginLeft: at }) }} className={tick.kind === "now" ? "font-semibold text-ink" : ""}>
      <span className={left ? "border-r-2 border-line-strong pr-1.5" : "border-l-2 border-line-strong pl-1.5"}>{tick.words}</span>
    </span>
  );
}

/** On paper and in a reader's own colours every line is dark: there a step that is not reached is a thin one. */
const unreached = "border-line print:border-t-2 print:pt-3 forced-colors:border-t-2 forced-colors:pt-3";

/** The thirteen steps of maturity: 1–9 technical, 10–13 market; `required` draws what the other side needs. */
export function MaturityRuler({ level, name, required }: { level: number; name?: string; required?: number }) {
  const t = useTranslations("ui.ruler");
  const cells = Array.from({ length: 13 }, (_, n) => n + 1);
  return (
    <div className="@container max-w-xl">
      <div role="img" aria-label={`${t("maturity", { level })}${name ? ` ${name}` : ""}${required ? ` ${t("required", { level: required })}` : ""}`} className="grid grid-cols-[repeat(9,1fr)_0.5rem_repeat(4,1fr)] gap-px text-center text-note">
        {cells.map((n) => (
          <div key={n} style={{ gridColumn: n > 9 ? n + 1 : n }} className={`border-t-[0.625rem] pt-1 ${n <= level ? "border-accent" : required && n <= required ? "border-accent-line" : unreached} ${n === level ? "font-semibold text-ink" : "text-ink-3"}`}>
            {n}
          </div>
        ))}
      </div>
      <p aria-hidden className="grid grid-cols-[9fr_4fr] gap-2 text-note text-ink-3">
        <span>{t("technical")}</span>
        <span>{t("market")}</span>
      </p>
      <p className="text-dense">
        <span className="figure-unit font-semibold">{t("level", { level })}</span> {name}
        {required ? <span className="ml-3 text-ink-2">{t("required", { level: required })}</span> : null}
      </p>
    </div>
  );
}
