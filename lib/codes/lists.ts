/** The short code lists with their names (21 kB of JSON). For the server; client components get words as props, codes from `code-sets.ts`. */
import data from "./data/lists.json";
import type { AchievementStage } from "@/lib/listings/states";
import type { IpKind, Mode, NatureGroup } from "./code-sets";

export type Locale = "zh-CN" | "en" | "ru";
export type CodeEntry<C extends string = string> = {
  code: C;
  zh: string;
  en?: string;
  ru?: string;
  parent?: string;
  /** No source was found: pages add the mark for "to be checked". */
  unverified?: boolean;
};

export type ModeEntry = CodeEntry<Mode> & { side: "both" | "achievement" | "need" };
export type SubType = CodeEntry & { parent: string; needsNumber?: boolean };
export type Nature = CodeEntry & { group: NatureGroup };
export type InstitutionNature = CodeEntry & { nature: string; kind: string };
export type RefusalGround = CodeEntry & { check: string };
export type RegistrationDocument = CodeEntry & { when: string };
export type Zone = CodeEntry & { districts: string[] };

export const modes = data.modes as ModeEntry[];
export const ipKinds = data.ipKinds as CodeEntry<IpKind>[];
export const ipStatuses: CodeEntry[] = data.ipStatuses;
export const techAreas: CodeEntry[] = data.techAreas;
export const contractTypes: CodeEntry[] = data.contractTypes;
export const planSources: CodeEntry[] = data.planSources;
/** Socio-economic objectives, GB/T 24450-2009. */
export const objectives: CodeEntry[] = data.objectives;
/** Natures of a party on the national form; three digits, children under 010, 020, 100, 200, 300. */
export const natures = data.natures as Nature[];
export const natureGroups = data.natureGroups as CodeEntry<NatureGroup>[];
/** What an organisation says it is when it signs up; `nature` is the proposal for the national form. */
export const institutionNatures: InstitutionNature[] = data.institutionNatures;
export const organisationKinds: CodeEntry[] = data.organisationKinds;
export const refusalGrounds: RefusalGround[] = data.refusalGrounds;
export const registrationDocuments: RegistrationDocument[] = data.registrationDocuments;
export const payMethods: CodeEntry[] = data.payMethods;
export const pricingMethods: CodeEntry[] = data.pricingMethods;
export const enterpriseScales: CodeEntry[] = data.enterpriseScales;
/** Functional zones overlap districts: a tag, never a summand (domain A9). */
export const zones: Zone[] = data.zones;
/** How far an achievement has been brought into use: said by its author beside the measured maturity. */
export const stages: CodeEntry<AchievementStage>[] = data.stages as CodeEntry<AchievementStage>[];
export const flows: CodeEntry[] = data.flows;

const allSubTypes: SubType[] = data.subTypes;

/** The sub-types of a contract type, codes like `transfer.patent_right`; all of them without a type. */
export function subTypes(type?: string): SubType[] {
  return type === undefined ? allSubTypes : allSubTypes.filter((entry) => entry.parent === type);
}

export function wordOf(entry: CodeEntry, locale: Locale = "zh-CN"): string {
  return (locale === "en" ? entry.en : locale === "ru" ? entry.ru : undefined) ?? entry.zh;
}

const lists = {
  mode: modes, ip_kind: ipKinds, ip_status: ipStatuses, tech_area: techAreas, contract_type: contractTypes, contract_sub_type: allSubTypes,
  plan_source: planSources, objective: objectives, nature: natures, nature_group: natureGroups, institution_nature: institutionNatures,
  organisation_kind: organisationKinds, refusal_ground: refusalGrounds, registration_document: registrationDocuments, pay_method: payMethods,
  pricing_method: pricingMethods, enterprise_scale: enterpriseScales, zone: zones, stage: stages, flow: flows,
} satisfies Record<string, CodeEntry[]>;

export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as ListName[];

const byCode = new Map(listNames.map((list) => [list, new Map((lists[list] as CodeEntry[]).map((entry) => [entry.code, entry]))]));

export function entriesOf(list: ListName): CodeEntry[] {
  return lists[list];
}

export function entryOf(list: ListName, code: string | null | undefined): CodeEntry | undefined {
  return code ? byCode.get(list)?.get(code) : undefined;
}

/** The name of a code; an unknown one is shown as it is, so that old data never breaks a page. */
export function codeName(list: ListName, code: string | null | undefined, locale: Locale = "zh-CN"): string {
  const entry = entryOf(list, code);
  return entry ? wordOf(entry, locale) : (code ?? "");
}

/** The group in which a party's nature is counted (seller kinds of the statistics). */
export function natureGroupOf(code: string | null | undefined): NatureGroup | undefined {
  return natures.find((nature) => nature.code === code)?.group;
}
