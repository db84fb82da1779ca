import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { confirmImport } from "@/lib/contracts/imports/confirm";
import { runImport } from "@/lib/contracts/imports/run-import";
import { uploadLedger } from "@/lib/contracts/imports/upload";
import { codeName } from "@/lib/codes/lists";
import { addDays, daysBetween, elapsedShareOfYear, todayInHarbin } from "@/lib/core/dates";
import { setTarget } from "@/lib/targets/set-target";
import type { Calendar } from "./calendar";
import { actions, buyers, objects, places, sellers, type PartyWords } from "./content/ledger-words";
import type { Cast } from "./people";
import type { Random } from "./random";

const yi = 10_000_000_000;
/** What the demo's city registered in past years (亿元), by years before this one; the third is left unreported. */
const pastValues: readonly (readonly [number, number | null])[] = [[5, 245], [4, 291], [3, null], [2, 336], [1, 371]];
const targetThisYear = 400 * yi;
/** Where the demo's current year stands: behind the calendar, but within reach. */
const pace = 0.85;

const typeShares = [["development", 47], ["service", 24], ["transfer", 16], ["license", 9], ["consulting", 4]] as const;
const areaShares = [["03", 24], ["01", 19], ["06", 14], ["05", 10], ["02", 8], ["09", 8], ["04", 7], ["07", 5], ["11", 3], ["10", 1.5], ["08", 0.5]] as const;
const flowShares = [["local", 37], ["province", 17], ["country", 43], ["abroad", 3]] as const;
/** More is registered towards the end of a year. */
const monthShares = [5, 4, 7, 7, 7, 9, 7, 8, 9, 9, 11, 17] as const;
const ipShares = [["technical_secret", 45], ["invention_patent", 28], ["software_copyright", 12], ["utility_model", 5], ["none", 10]] as const;
const planShares = [["none", 78], ["national", 6], ["provincial", 8], ["municipal", 5], ["ministerial", 3]] as const;

type Row = Record<string, string> & { total: string };

/** The registration authority's ledgers of the past years, brought in by the real import, and this year's target. */
export async function tellPast(cast: Cast, calendar: Calendar, random: Random, perYear: number, progress: (done: number, total: number) => void): Promise<void> {
  const today = todayInHarbin(calendar.now);
  const year = Number(today.slice(0, 4));
  const director = cast.persona("director");
  const clerk = cast.persona("reviewer");
  await calendar.run(Math.max(1, daysBetween(`${year}-01-12`, today)), () =>
    setTarget(director, { indicator: "contract_value", scopeKind: "city", scopeCode: "230100", year, value: targetThisYear / yi, source: "演示数据：市科技局年度工作安排" }));
  const own = await db().execute<{ fen: number }>(sql`select coalesce(sum(amount_fen), 0)::bigint as fen from ledger_entries where seller_in_harbin and counts_on >= ${`${year}-01-01`}`);
  const wantedNow = Math.round(targetThisYear * elapsedShareOfYear(today) * pace) - Number(own.rows[0]?.fen ?? 0);
  const plans = [...pastValues.filter(([, value]) => value !== null).map(([ago, value]) => ({ year: year - ago, fen: value! * yi, until: `${year - ago}-12-31`, importedDaysAgo: daysBetween(`${year - ago + 1}-01-15`, today), count: perYear })),
    { year, fen: wantedNow, until: addDays(today, -1), importedDaysAgo: 0, count: Math.max(20, Math.round(perYear * elapsedShareOfYear(today))) }];
  const total = plans.reduce((sum, plan) => sum + plan.count, 0);
  let done = 0;
  for (const plan of plans) {
    const rows = ledgerOf(cast, random, plan);
    const { importId } = await calendar.run(plan.importedDaysAgo, () => uploadLedger(clerk, { fileName: `${plan.year}年技术合同登记台账（演示数据）.xlsx`, rows }));
    await calendar.run(plan.importedDaysAgo, () => confirmImport(clerk, { importId }));
    await calendar.run(plan.importedDaysAgo, () => runImport(importId));
    done += plan.count;
    progress(done, total);
  }
}

/** One year's rows, whose amounts of sellers in Harbin add up to `fen` exactly. */
function ledgerOf(cast: Cast, random: Random, plan: { year: number; fen: number; until: string; count: number }): Row[] {
  const known = sellerPool(cast);
  const raw = Array.from({ length: plan.count }, (_, index) => {
    const outside = index % 29 === 28;
    const type = random.weighted(typeShares);
    return { index, type, outside, weight: random.logNormal(60, 1.9) * (type === "consulting" ? 0.35 : 1), area: random.weighted(areaShares) };
  });
  const sum = raw.filter((one) => !one.outside).reduce((total, one) => total + one.weight, 0);
  let left = plan.fen;
  const counted = raw.filter((one) => !one.outside);
  return raw.map((one) => {
    // Whole yuan, as ledgers are written; what rounding leaves goes to the last.
    const fen = one === counted.at(-1) ? left : Math.max(100_000, Math.round(((one.weight / sum) * plan.fen) / 100) * 100);
    if (!one.outside) left -= fen;
    const seller: Seller = one.outside ? random.pick(buyers.country) : random.pick(random.next() < 0.55 ? known.institutions : known.companies);
    const buyer = random.pick(buyers[random.weighted(flowShares)]);
    const signedOn = dayOf(random, plan.year, plan.until);
    const registeredOn = minDate(addDays(signedOn, random.between(5, 45)), plan.until);
    const technical = Math.round((fen * random.between(62, 100)) / 10_000) * 100;
    return {
      officialNumber: `${plan.year}2301${String(10_000_000 + one.index)}`, title: titleOf(random, one.area, one.type), type: codeName("contract_type", one.type), techArea: codeName("tech_area", one.area),
      sellerName: seller.name, sellerCode: seller.code ?? "", sellerNature: seller.nature, sellerDistrict: seller.district, buyerName: buyer.name, buyerNature: buyer.nature === "500" ? "" : buyer.nature, buyerPlace: buyer.district,
      total: (fen / 100).toFixed(2), technical: (Math.min(technical, fen) / 100).toFixed(2), signedOn, registeredOn,
      ipKind: codeName("ip_kind", random.weighted(ipShares)), planSource: codeName("plan_source", random.weighted(planShares)),
    };
  });
}

type Seller = PartyWords & { code?: string };

function sellerPool(cast: Cast): { institutions: Seller[]; companies: Seller[] } {
  const own = [...cast.organisations.keys()].map((key) => ({ text: cast.organisationText(key), code: cast.creditCodeOf(key) }));
  const party = ({ text, code }: (typeof own)[number]): Seller => ({ name: text.name, nature: text.nature, district: text.districtCode, code });
  return {
    institutions: [...own.filter(({ text }) => text.kind === "university").map(party), ...sellers.filter((one) => one.nature === "021")],
    companies: [...own.filter(({ text }) => text.kind === "enterprise").map(party), ...sellers.filter((one) => one.nature !== "021")],
  };
}

function titleOf(random: Random, area: string, type: string): string {
  const object = random.pick(objects[area] ?? objects["03"]!);
  return `${object}${random.pick(places)}${random.pick(actions[type] ?? actions.service!)}`;
}

function dayOf(random: Random, year: number, until: string): string {
  for (;;) {
    const month = random.weighted(monthShares.map((weight, index) => [index + 1, weight] as const));
    const day = `${year}-${String(month).padStart(2, "0")}-${String(random.between(1, 28)).padStart(2, "0")}`;
    if (day <= until) return day;
  }
}

function minDate(a: string, b: string): string {
  return a < b ? a : b;
}
