import Link from "@/app/_components/ui/link";
import { useTranslations } from "next-intl";
import { Details } from "./details";
import { Icon } from "./icon";
import type { IconName } from "./icon";

export type Stage = {
  key: string;
  word: string;
  icon?: IconName;
  state: "done" | "now" | "later" | "skipped";
  /** Under a current stage. */
  stayedDays?: number;
  href?: string;
};

const looks = {
  done: "border-accent text-ink",
  now: "border-accent bg-accent-soft font-semibold text-accent",
  later: "border-line text-ink-3",
  skipped: "border-dashed border-line-strong text-ink-3",
} as const;

/** Where a procedure stands; several stages may be current. A fact, not a navigation, unless a stage has an address. */
export function StageTrack({ stages, label }: { stages: readonly Stage[]; label?: string }) {
  const t = useTranslations("ui.stages");
  const now = stages.findIndex((stage) => stage.state === "now");
  // With nothing current it is over, or it stopped where the last stage was done.
  const at = now >= 0 ? now : Math.max(0, stages.findLastIndex((stage) => stage.state === "done"));
  const over = now < 0 && at === stages.length - 1;
  const list = (
    <ol aria-label={label ?? t("label")} className="grid grid-flow-row gap-1 @3xl:auto-cols-fr @3xl:grid-flow-col">
      {stages.map((stage) => (
        <li key={stage.key} aria-current={stage.state === "now" ? "step" : undefined} className={`flex flex-wrap content-start items-center gap-x-1.5 border-l-4 px-2 py-1.5 text-dense @3xl:border-t-4 @3xl:border-l-0 @3xl:text-note ${looks[stage.state]}`}>
          {stage.state === "done" ? <Icon name="check" label={t("done")} className="size-[1.1em] text-accent" /> : stage.icon ? <Icon name={stage.icon} className="size-[1.1em]" /> : null}
          {stage.href ? <Link href={stage.href}>{stage.word}</Link> : <span className={stage.state === "skipped" ? "line-through" : ""}>{stage.word}</span>}
          {stage.state === "now" ? <span className="sr-only">{t("current")}</span> : null}
          {stage.state === "skipped" ? <span className="text-note">{t("skipped")}</span> : null}
          {stage.state === "now" && stage.stayedDays ? <span className="w-full text-note font-normal text-ink-2">{t("stayed", { days: stage.stayedDays })}</span> : null}
        </li>
      ))}
    </ol>
  );
  return (
    <div className="@container">
      <Details className="@3xl:hidden">
        <summary className="py-2 text-ui font-semibold">
          {over ? t("over", { total: stages.length }) : t("step", { n: at + 1, total: stages.length, word: stages[at]?.word ?? "" })}
          <span className="ml-3 text-dense font-normal text-accent">{t("all")}</span>
        </summary>
        {list}
      </Details>
      <div className="hidden @3xl:block">{list}</div>
    </div>
  );
}
