import { count } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema";
import { loadCodes } from "@/lib/codes/load";
import { loadPlanFigures } from "@/lib/targets/load-plan";
import { Calendar } from "./calendar";
import { achievementTexts, needTexts, storyTexts } from "./content-files";
import { tellMarket } from "./market";
import { tellPast } from "./past";
import { castPeople } from "./people";
import { personas } from "./personas";
import { seededRandom } from "./random";
import { tellDeals } from "./story";

export type WorldOptions = { size: "full" | "small"; progress(message: string, done: number, total: number): void; now?: Date; seed?: number };

const sizes = {
  full: { achievements: Infinity, needs: Infinity, stories: Infinity, contractsPerYear: 2_000 },
  small: { achievements: 48, needs: 30, stories: 16, contractsPerYear: 60 },
} as const;

/** Is there anything in this database yet? */
export async function worldExists(): Promise<boolean> {
  const [row] = await db().select({ n: count() }).from(organisations);
  return (row?.n ?? 0) > 0;
}

/**
 * Makes the demo world: people first, then records, deals and the past years, by running the real acts under a moving
 * clock and a fixed seed. Told relative to `now`, so that it is always current. Everything in it is marked as demo.
 */
export async function createWorld({ size, progress, now = new Date(), seed = 2026 }: WorldOptions): Promise<void> {
  const random = seededRandom(seed);
  const calendar = new Calendar(now);
  const limits = sizes[size];
  progress("codes", 0, 1);
  await db().transaction(async (tx) => {
    await loadCodes(tx);
    await loadPlanFigures(tx);
  });
  progress("codes", 1, 1);
  // A smaller world takes every so many-th text, so that all industries are in it.
  const shown = new Set(personas.flatMap((persona) => persona.organisations.map(({ key }) => key)));
  // … and everything that the people of the demo accounts look at first.
  const allNeeds = needTexts(), allAchievements = achievementTexts();
  const ownerOf = new Map([...allNeeds.map((text) => [text.key, text.organisation] as const), ...allAchievements.map((text) => [text.key, text.institution] as const)]);
  const stories = every(storyTexts(), limits.stories, ({ needKey, achievementKey }) => shown.has(ownerOf.get(needKey)!) && shown.has(ownerOf.get(achievementKey)!));
  const told = new Set(stories.flatMap(({ needKey, achievementKey }) => [needKey, achievementKey]));
  const needs = every(allNeeds, limits.needs, (text) => told.has(text.key), (text) => shown.has(text.organisation) && (text.answers?.length ?? 0) > 0);
  const wanted = new Set(needs.flatMap((need) => need.answers ?? []));
  const achievements = every(allAchievements, limits.achievements, (text) => told.has(text.key), (text) => wanted.has(text.key));
  const cast = await castPeople(calendar.at(440));
  progress("people", 1, 1);
  const texts = { achievements, needs, stories };
  const market = await tellMarket(cast, calendar, random, texts, (done, total) => progress("records", done, total));
  await tellDeals(cast, calendar, random, market, texts, (done, total) => progress("deals", done, total));
  await tellPast(cast, calendar, random, limits.contractsPerYear, (done, total) => progress("contracts", done, total));
}

/** At most `limit` of the list, evenly spread, the favoured ones first, in the order of what favours them. */
function every<T>(list: T[], limit: number, ...favours: ((item: T) => boolean)[]): T[] {
  if (list.length <= limit) return list;
  const first = [...new Set(favours.flatMap((favour) => list.filter(favour)))].slice(0, limit);
  const rest = list.filter((item) => !first.includes(item));
  const missing = limit - first.length;
  const step = rest.length / Math.max(1, missing);
  const taken = new Set([...first, ...Array.from({ length: missing }, (_, index) => rest[Math.floor(index * step)]!)]);
  return list.filter((item) => taken.has(item));
}
