import { codeName } from "@/lib/codes/lists";
import { industries } from "@/lib/codes/taxonomy";
import { addDays, daysBetween } from "@/lib/core/dates";
import { readContent } from "./content-files";
import type { Cast } from "./people";
import type { Random } from "./random";

type Names = Pick<Cast, "organisationText" | "creditCodeOf">;
type Shares = Record<string, number>;
type Party = { name: string; nature: string; district: string; code?: string };
type Seller = Party & { techAreas: readonly string[]; weight: number };
type Written = { name: string; nature: string; districtCode?: string; regionCode?: string; country?: string; techAreas?: string[] };
type Text = {
  titles: Record<string, Record<string, string[]>>;
  variants: { prefix: string[]; suffix: string[] };
  sellers: {
    institution: string[]; weights: Shares; techAreas: Record<string, string[]>; otherInstitutions: Written[]; enterprises: Written[];
    platformEnterprises: string[]; platformEnterpriseTechAreas: Record<string, string[]>; platformEnterpriseWeights: Shares;
  };
  buyers: { harbinPlatform: string[]; harbin: Written[]; province: Written[]; otherProvinces: Written[]; abroad: Written[]; weights: Shares };
  weights: {
    typeByCount: Shares; techAreaByCount: Shares; largeSellerKeys: string[]; monthShare: number[]; technicalShare: Record<string, [number, number]>;
    planSource: Shares; intellectualProperty: Record<string, Shares>; subtypes: Record<string, Shares>;
  };
};

/** Share of the contracts and amount in yuan, before a year is scaled to what it has to come to: few are large. */
const sizes: readonly { share: number; from: number; to: number; large: boolean }[] = [
  { share: 2, from: 100e6, to: 500e6, large: true },
  { share: 9, from: 20e6, to: 100e6, large: true },
  { share: 30, from: 2e6, to: 20e6, large: false },
  { share: 39, from: 0.3e6, to: 2e6, large: false },
  { share: 20, from: 0.02e6, to: 0.3e6, large: false },
];
/** One of so many contracts has its seller elsewhere: bought by Harbin, but no 成交额 of the city. */
const outsideEvery = 29;
/** Fields of the plan are known for what was registered through the platform and for part of the authority's ledger. */
const fieldKnown = 0.72;

export type LedgerPlan = { year: number; /** What sellers in Harbin come to, in fen. */ fen: number; until: string; count: number };
export type LedgerRow = Record<string, string>;

/** One year of the registration authority's ledger; the amounts of sellers in Harbin add up to `fen` exactly. */
export function ledgerRows(cast: Names, random: Random, plan: LedgerPlan): LedgerRow[] {
  const text = readContent<Text>("ledger.json");
  const sellers = sellersOf(cast, text);
  const buyers = buyersOf(cast, text);
  const raw = Array.from({ length: plan.count }, (_, index) => {
    const size = random.weighted(sizes.map((one) => [one, one.share] as const));
    return { index, size, outside: index % outsideEvery === outsideEvery - 1, yuan: size.from * (size.to / size.from) ** random.next(), type: pick(random, text.weights.typeByCount), area: pick(random, text.weights.techAreaByCount) };
  });
  const counted = raw.filter((one) => !one.outside);
  const scale = plan.fen / counted.reduce((sum, one) => sum + one.yuan, 0);
  let left = plan.fen;
  return raw.map((one) => {
    // Whole yuan, as ledgers are written; what rounding leaves goes to the last.
    const fen = one === counted.at(-1) ? left : Math.max(100_000, Math.round((one.yuan * scale) / 100) * 100);
    if (!one.outside) left -= fen;
    const fitting = sellers.filter((seller) => seller.techAreas.includes(one.area));
    const large = one.size.large ? fitting.filter((seller) => seller.weight >= 4) : [];
    const seller: Party = one.outside ? random.pick(buyers.otherProvinces!) : random.weighted((large.length > 0 ? large : fitting).map((party) => [party, party.weight] as const));
    const buyer = random.pick(buyers[pick(random, text.buyers.weights)]!.filter((party) => party.name !== seller.name));
    // A year is made of what was registered in it; the signing lies before, in January often in the year before.
    const registeredOn = dayOf(random, text.weights.monthShare, plan.year, plan.until);
    const signedOn = addDays(registeredOn, -random.between(5, 45));
    const [least, most] = text.weights.technicalShare[one.type]!;
    const technical = Math.min(fen, Math.round((fen * (least + (most - least) * random.next())) / 100) * 100);
    const ip = pick(random, text.weights.intellectualProperty[one.type]!);
    return {
      officialNumber: `${plan.year}2301${String(10_000_000 + one.index)}`, title: titleOf(random, text, one.area, one.type), type: codeName("contract_type", one.type), subType: pick(random, text.weights.subtypes[one.type]!), techArea: codeName("tech_area", one.area),
      field: random.next() < fieldKnown ? fieldOf(random, one.area) : "",
      sellerName: seller.name, sellerCode: seller.code ?? "", sellerNature: seller.nature, sellerDistrict: seller.district,
      buyerName: buyer.name, buyerCode: buyer.code ?? "", buyerNature: buyer.nature === "500" ? "" : buyer.nature, buyerPlace: buyer.district,
      total: (fen / 100).toFixed(2), technical: (technical / 100).toFixed(2), signedOn, registeredOn, ipKind: ip === "none" ? "" : codeName("ip_kind", ip), planSource: pick(random, text.weights.planSource),
    };
  });
}

const pick = (random: Random, shares: Shares): string => random.weighted(Object.entries(shares));

function sellersOf(cast: Names, { sellers }: Text): Seller[] {
  const own = (key: string, techAreas: readonly string[], weight: number): Seller => ({ ...partyOf(cast, key), techAreas, weight });
  const other = (weight: number) => (party: Written): Seller => ({ name: party.name, nature: party.nature, district: party.districtCode!, techAreas: party.techAreas!, weight });
  return [
    ...sellers.institution.map((key) => own(key, sellers.techAreas[key]!, sellers.weights[key]!)), ...sellers.otherInstitutions.map(other(2)),
    ...sellers.platformEnterprises.map((key) => own(key, sellers.platformEnterpriseTechAreas[key]!, sellers.platformEnterpriseWeights[key]!)), ...sellers.enterprises.map(other(4)),
  ];
}

function buyersOf(cast: Names, { buyers }: Text): Record<string, Party[]> {
  const party = (one: Written): Party => ({ name: one.name, nature: one.nature, district: one.country ?? one.regionCode! });
  return { harbin: [...buyers.harbinPlatform.map((key) => partyOf(cast, key)), ...buyers.harbin.map(party)], province: buyers.province.map(party), otherProvinces: buyers.otherProvinces.map(party), abroad: buyers.abroad.map(party) };
}

function partyOf(cast: Names, key: string): Party {
  const text = cast.organisationText(key);
  return { name: text.name, nature: text.nature, district: text.districtCode, code: cast.creditCodeOf(key) };
}

function titleOf(random: Random, { titles, variants }: Text, area: string, type: string): string {
  const title = random.pick(titles[area]![type]!);
  return `${type === "development" ? random.pick(variants.prefix) : ""}${title}${random.pick(variants.suffix)}`;
}

/** A field of the plan that belongs to the technical area of the form, so that both tell the same. */
function fieldOf(random: Random, area: string): string {
  const fields = industries.flatMap((industry) => industry.fields).filter((field) => field.techArea === area);
  return fields.length > 0 ? random.pick(fields).code : "";
}

function dayOf(random: Random, monthShare: readonly number[], year: number, until: string): string {
  const days = daysBetween(`${year}-01-01`, until);
  if (days < 0) throw new Error(`nothing can be registered in ${year} until ${until}`);
  for (;;) {
    const month = random.weighted(monthShare.map((weight, index) => [index + 1, weight] as const));
    const day = `${year}-${String(month).padStart(2, "0")}-${String(random.between(1, 28)).padStart(2, "0")}`;
    // In the first days of January nothing may fit; then any day that has been.
    if (day <= until) return day;
    if (days < 28) return addDays(`${year}-01-01`, random.between(0, days));
  }
}
