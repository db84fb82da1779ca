import { getTranslations } from "next-intl/server";
import { FormField } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import { placeGroups, type PlaceWords } from "@/app/_components/place/places";
import type { Row } from "@/app/_components/ui/repeating-rows";
import { getUiWords } from "@/app/_components/ui/words";
import { natures } from "@/lib/codes/lists";
import { dealSides, type DealSide } from "@/lib/deals/states";
import { CoParties } from "./co-parties";

type Side = { name: string; place: string; nature: string; further?: readonly Row[] };

const natureOptions = natures.map((entry) => ({ value: entry.code, label: entry.zh }));

/** Where the two sides of a contract are and what they are; its own part of the form, because it stands above what else is asked. */
export async function SideFields({ sides }: { sides: Record<DealSide, Side> }) {
  const t = await getTranslations("deals.sign");
  const places = placeGroups((await getTranslations("codes")).raw("placeGroups") as PlaceWords);
  return dealSides.map((side) => (
    <div key={side} className="flex flex-wrap gap-5">
      <FormField name={`${side}Place`} type="select" label={t(`${side}Place`)} hint={sides[side].name} placeholder="" defaultValue={sides[side].place} options={places} />
      <FormField name={`${side}Nature`} type="select" label={t(`${side}Nature`)} hint={t("natureHint")} placeholder="" defaultValue={sides[side].nature} options={natureOptions} />
    </div>
  ));
}

/** Those who sell or buy beside the two sides, with their shares; open where there are any. */
export async function FurtherParties({ sides }: { sides: Record<DealSide, Side> }) {
  const [t, words] = [await getTranslations("deals.sign"), await getUiWords()];
  const places = placeGroups((await getTranslations("codes")).raw("placeGroups") as PlaceWords);
  return (
    <Details open={dealSides.some((side) => (sides[side].further?.length ?? 0) > 0)}>
      <summary className="text-accent">{t("co")}</summary>
      <div className="mt-3 grid gap-5">
        {dealSides.map((side) => (
          <CoParties key={side} side={`${side}s`} label={t(`co_${side}s`)} hint={t("coHint")} places={places} natures={natureOptions} choose={words.cascade.choose} words={words.rows} recorded={sides[side].further ?? []}
            columns={{ name: t("coName"), creditCode: t("coCode"), nature: t("coNature"), place: t("coPlace"), share: t("coShare") }} />
        ))}
      </div>
    </Details>
  );
}
