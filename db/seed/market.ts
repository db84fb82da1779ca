import { approve as approveAchievement, attachFile, sendBack as sendBackAchievement } from "@/lib/achievements/acts";
import { draft as draftAchievement } from "@/lib/achievements/draft";
import { edit as editAchievement } from "@/lib/achievements/edit";
import { submit as submitAchievement } from "@/lib/achievements/submit";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import { approve as approveNeed } from "@/lib/needs/acts";
import { draft as draftNeed } from "@/lib/needs/draft";
import { edit as editNeed } from "@/lib/needs/edit";
import { submit as submitNeed } from "@/lib/needs/submit";
import { claim } from "@/lib/reviews/claim";
import type { Calendar } from "./calendar";
import type { AchievementText, NeedText, StoryText } from "./content-files";
import { figuresPaper, type Paper } from "./papers";
import type { Cast } from "./people";
import type { Random } from "./random";

/** How far a record of the demo world has come. */
export type Fate = "published" | "draft" | "waiting" | "sent_back";

const acts = {
  achievement: { draft: draftAchievement, edit: editAchievement, submit: submitAchievement, approve: approveAchievement },
  need: { draft: draftNeed, edit: editNeed, submit: submitNeed, approve: approveNeed },
};

type Told = { kind: "achievement" | "need"; key: string; owner: string; content: Record<string, unknown> & { title: string }; daysAgo: number; fate: Fate; paper?: Paper | null };

/** Lets one record live: written, completed in the editor, submitted, claimed, decided. @returns its id */
async function tell(cast: Cast, calendar: Calendar, random: Random, record: Told): Promise<string> {
  const { draft, edit, submit, approve } = acts[record.kind];
  const author = cast.writerOf(record.owner);
  const reviewer = cast.persona(random.pick(["reviewer", "reviewer-2"]));
  const { id } = await calendar.run(record.daysAgo + 3, () => draft(author, { title: record.content.title }));
  const statement = { secrecyReviewedBy: "单位保密办公室", secrecyReviewedOn: todayInHarbin(calendar.at(record.daysAgo + 4)), exportControl: "no" };
  await calendar.run(record.daysAgo + 3, () => edit(author, { listingId: id, lock: 0, session: newId(), content: record.content, statement }), 10);
  const { paper } = record;
  if (paper) await calendar.run(record.daysAgo + 3, () => attachFile(author, { listingId: id, ...paper }), 10);
  if (record.fate === "draft") return id;
  const { reviewId } = await calendar.run(record.daysAgo + 2, () => submit(author, { listingId: id, classified: "no", promise: true }), 11);
  if (record.fate === "waiting") return id;
  await calendar.run(record.daysAgo + 1, () => claim(reviewer, { reviewIds: [reviewId] }), 9);
  if (record.fate === "sent_back" && record.kind === "achievement") {
    await calendar.run(record.daysAgo, () => sendBackAchievement(reviewer, { reviewId, remarks: [{ field: "summary", text: "请写明与现有做法相比提高多少，并给出依据。" }] }), 14);
    return id;
  }
  await calendar.run(record.daysAgo, () => approve(reviewer, { reviewId }), 14);
  return id;
}

/** Ids of the records by the keys of their texts. */
export type Market = { achievements: Map<string, string>; needs: Map<string, string> };

export async function tellMarket(
  cast: Cast, calendar: Calendar, random: Random,
  texts: { achievements: AchievementText[]; needs: NeedText[]; stories: StoryText[] }, progress: (done: number, total: number) => void,
): Promise<Market> {
  const market: Market = { achievements: new Map(), needs: new Map() };
  // Nobody answers a record before it is public.
  const answeredFrom = new Map<string, number>();
  for (const { needKey, achievementKey, startDaysAgo } of texts.stories) for (const key of [needKey, achievementKey]) answeredFrom.set(key, Math.max(startDaysAgo, answeredFrom.get(key) ?? 0));
  const publicSince = (key: string, most: number) => (answeredFrom.has(key) ? answeredFrom.get(key)! + random.between(2, 60) : random.between(3, most));
  const total = texts.achievements.length + texts.needs.length;
  const story: Told[] = [];
  for (const [index, text] of texts.achievements.entries()) {
    const { key, institution, techArea: _derived, ...content } = text;
    const fate: Fate = answeredFrom.has(key) ? "published" : index % 17 === 16 ? "draft" : index % 19 === 18 ? "waiting" : index % 23 === 22 ? "sent_back" : "published";
    story.push({ kind: "achievement", key, owner: institution, content, daysAgo: fate === "waiting" ? random.between(-2, 1) : fate === "published" ? publicSince(key, 420) : random.between(1, 20), fate, paper: await figuresPaper(index, text) });
  }
  for (const [index, text] of texts.needs.entries()) {
    const { key, organisation, deadlineDays, answers: _answers, fit: _fit, gap: _gap, techArea: _derived, ...content } = text;
    const fate: Fate = answeredFrom.has(key) ? "published" : index % 13 === 12 ? "waiting" : index % 17 === 16 ? "draft" : "published";
    const deadline = deadlineDays ? addDays(todayInHarbin(calendar.now), deadlineDays) : null;
    story.push({ kind: "need", key, owner: organisation, content: { ...content, deadline } as Told["content"], daysAgo: fate === "published" ? publicSince(key, 240) : random.between(-2, 1), fate });
  }
  // Oldest first, so that numbers, events and positions follow the calendar.
  story.sort((a, b) => b.daysAgo - a.daysAgo);
  for (const [done, record] of story.entries()) {
    const id = await tell(cast, calendar, random, record);
    market[record.kind === "need" ? "needs" : "achievements"].set(record.key, id);
    progress(done + 1, total);
  }
  return market;
}
