import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { placeGroups, type PlaceWords } from "@/app/_components/place/places";
import { Cascade, type CascadeNode } from "@/app/_components/ui/cascade";
import { CheckboxGroup, Select } from "@/app/_components/ui/choice";
import { TextInput } from "@/app/_components/ui/text-input";
import { getUiWords } from "@/app/_components/ui/words";
import { modes } from "@/lib/codes/lists";
import { maturities, maturityWordOf } from "@/lib/codes/maturity";
import { placeName } from "@/lib/codes/places";
import { taxonomyTree, type TaxonomyNode } from "@/lib/codes/taxonomy";
import type { ListingKind } from "@/lib/listings/states";
import { Remarks, type FieldContext } from "./section";

const node = ([code, label, children]: TaxonomyNode): CascadeNode => ({ code, label, ...(children ? { children: children.map(node) } : {}) });

type Place = { industryCode: string | null; fieldCode: string | null; directionCode: string | null };

/** Industry, field and direction of the plan; the official technical field follows from them. */
export async function PlanField({ kind, value, context }: { kind: ListingKind; value: Place; context: FieldContext }) {
  const t = await getTranslations(kind === "achievement" ? "achievements" : "needs");
  const needed = (await getTranslations("listings.editor"))("needed");
  const words = await getUiWords();
  return (
    <Cascade id="fieldCode" label={context.labels.fieldCode} mark={needed} error={context.errors.fieldCode} remark={<Remarks field="fieldCode" context={context} />} words={words.cascade}
      tree={taxonomyTree({ directions: true }).map(node)}
      levels={[
        { name: "industryCode", label: t("cascade.industry"), defaultValue: value.industryCode },
        { name: "fieldCode", label: t("cascade.field"), defaultValue: value.fieldCode },
        { name: "directionCode", label: t("cascade.direction"), defaultValue: value.directionCode },
      ]} />
  );
}

export async function KeywordsField({ kind, value, context }: { kind: ListingKind; value: string[]; context: FieldContext }) {
  const t = await getTranslations();
  return <TextInput name="keywords" label={context.labels.keywords} hint={t(kind === "achievement" ? "achievements.hints.keywords" : "needs.hints.keywords")} error={context.errors.keywords}
    remark={<Remarks field="keywords" context={context} />} defaultValue={value.join(t("listings.separator"))} />;
}

export async function DistrictField({ value, context }: { value: string | null; context: FieldContext }) {
  const [words, t] = await Promise.all([getUiWords(), getTranslations("codes")]);
  const groups = placeGroups(t.raw("placeGroups") as PlaceWords);
  // What an importer or an older list has put here stays until its author chooses another.
  const known = !value || groups.some((group) => group.options.some((option) => option.value === value));
  return <Select name="districtCode" label={context.labels.districtCode} error={context.errors.districtCode} remark={<Remarks field="districtCode" context={context} />}
    options={known ? groups : [{ value, label: placeName(value) }, ...groups]} placeholder={words.cascade.choose} defaultValue={value ?? ""} />;
}

export async function LevelField({ name, hint, value, needed, context }: { name: string; hint: string; value: number | null; needed?: string; context: FieldContext }) {
  const t = await getTranslations("achievements");
  return <Select name={name} label={context.labels[name]} hint={hint} mark={needed} error={context.errors[name]} remark={<Remarks field={name} context={context} />} placeholder={t("choose")} width="long"
    options={maturities.map(({ level, zh, meaning }) => ({ value: String(level), label: `${t("levelInWords", { level, name: zh, word: maturityWordOf(level) })}\u3000${meaning}` }))} defaultValue={value ? String(value) : ""} />;
}

export async function ModesField({ side, value, context }: { side: ListingKind; value: string[]; context: FieldContext }) {
  const needed = (await getTranslations("listings.editor"))("needed");
  const options = modes.filter((mode) => mode.side === "both" || mode.side === side).map((mode) => ({ value: mode.code as string, label: mode.zh }));
  return (
    <>
      <input type="hidden" name="modes[]" value="" />
      <CheckboxGroup name="modes[]" id="modes" label={context.labels.modes} mark={needed} error={context.errors.modes} remark={<Remarks field="modes" context={context} />} inline options={options} defaultValues={value} />
    </>
  );
}

/**
 * The boxes for amounts, asked for only while their choice is not "negotiable". The style sheet hides them, so what was
 * typed stays until it is submitted, also without script; a link that leads to one of the boxes shows it.
 */
export async function NegotiableAmount({ id, choice, children }: { id?: string; choice: ReactNode; children: ReactNode }) {
  const t = await getTranslations("listings.editor");
  return (
    <div id={id} className="group/amount grid scroll-mt-32 gap-4">
      {choice}
      <div className="grid gap-4 group-has-[input[value=negotiable]:checked]/amount:hidden has-[:target]:grid! sm:grid-cols-2">{children}</div>
      <p className="hidden text-dense text-ink-3 group-has-[input[value=negotiable]:checked]/amount:block">{t("negotiable")}</p>
    </div>
  );
}
