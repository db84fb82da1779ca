import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/app/_components/ui/button-look";
import { codeName } from "@/lib/codes/lists";
import { placeName } from "@/lib/codes/places";
import { clock } from "@/lib/core/clock";
import { formatDate, todayInHarbin } from "@/lib/core/dates";
import type { ContentOf } from "@/lib/listings/content";
import type { ListingKind } from "@/lib/listings/states";
import type { ReadingView } from "@/lib/readings/queries";

type Content = ContentOf["achievement"] | ContentOf["need"];
type Hint = { name: "budget" | "price" | "deadline" | "modes" | "place"; words: string; fill: [string, string][]; empty: boolean };

/** What the text says of money, day, modes and place; where its box is empty, one press writes it there. */
export async function ConditionHints({ read, content, editing }: { read: ReadingView["conditions"]; content: Content; editing: boolean }) {
  const t = await getTranslations("readings");
  const hints = hintsOf(read, content, t("and"));
  if (hints.length === 0) return <p className="text-ink-3">{t("none")}</p>;
  return (
    <ul className="grid gap-2">
      {hints.map(({ name, words, fill, empty }) => (
        <li key={name} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span>{t("conditionHint", { name: t(`condition.${name}`), words })}</span>
          {editing && empty ? <FillButton fill={fill} name={t(`condition.${name}`)} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** Belongs to the editor's form, so that everything typed is saved with it. */
export async function FillButton({ fill, name }: { fill: [string, string][]; name: string }) {
  const t = await getTranslations("readings");
  return <button type="submit" form="editor" name="_fill" value={String(new URLSearchParams(fill))} aria-label={t("takeCondition", { name })} className={buttonClass("plain")}>{t("adopt")}</button>;
}

function hintsOf({ money, deadline, modes, place }: ReadingView["conditions"], content: Content, and: string): Hint[] {
  return [
    ...(money ? [moneyHint(money, content)] : []),
    ...(deadline && "deadline" in content && deadline.date >= todayInHarbin(clock.now()) ? [{ name: "deadline", words: formatDate(deadline.date), fill: [["deadline", deadline.date]], empty: content.deadline === null } satisfies Hint] : []),
    ...(modes.length > 0 ? [{ name: "modes", words: modes.map((mode) => codeName("mode", mode)).join(and), fill: modes.map((mode): [string, string] => ["modes[]", mode]), empty: content.modes.length === 0 } satisfies Hint] : []),
    ...(place ? [{ name: "place", words: placeName(place.code), fill: [["districtCode", place.code]], empty: !content.districtCode } satisfies Hint] : []),
  ];
}

function moneyHint({ said, minFen, maxFen }: NonNullable<ReadingView["conditions"]["money"]>, content: Content): Hint {
  const wan = (fen: number) => String(fen / 1_000_000);
  if ("budgetKind" in content) {
    const ends: [string, string][] = [...(minFen === null ? [] : [["budgetMin", wan(minFen)] as [string, string]]), ...(maxFen === null ? [] : [["budgetMax", wan(maxFen)] as [string, string]])];
    return { name: "budget", words: said, fill: [["budgetKind", "range"], ...ends], empty: content.budgetKind === "negotiable" && content.budgetMinFen === null && content.budgetMaxFen === null };
  }
  return { name: "price", words: said, fill: [["priceKind", maxFen === null ? "from" : "fixed"], ["price", wan(minFen ?? 0)]], empty: content.priceKind === "negotiable" && content.priceFen === null };
}

/** Only an achievement has reached a level: what a need's text speaks of is what its author has, not what they ask for. */
export function takesMaturity(kind: ListingKind, chosen: number | null): boolean {
  return kind === "achievement" && chosen === null;
}
