import { acceptRegistration } from "@/lib/contracts/registrations/accept";
import { registerContract } from "@/lib/contracts/registrations/register";
import { submitRegistration } from "@/lib/contracts/registrations/submit";
import type { ContractType } from "@/lib/contracts/states";
import { subTypes } from "@/lib/codes/queries";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { system, type Person } from "@/lib/core/actor";
import { agreeTerms } from "@/lib/deals/agree-terms";
import { attachDealFile } from "@/lib/deals/attach-file";
import { completeDeal } from "@/lib/deals/complete";
import { endDeal } from "@/lib/deals/end";
import { inviteBroker } from "@/lib/deals/invite-broker";
import { joinAsBroker } from "@/lib/deals/join-as-broker";
import { openDeal } from "@/lib/deals/open";
import { proposeTerms } from "@/lib/deals/propose-terms";
import { sendMessage } from "@/lib/deals/send-message";
import { signDeal } from "@/lib/deals/sign";
import type { EndReason } from "@/lib/deals/states";
import { declineInterest } from "@/lib/interests/decline";
import { sendInterest } from "@/lib/interests/send";
import type { DismissalReason } from "@/lib/interests/states";
import type { Calendar } from "./calendar";
import type { AchievementText, NeedText, StoryText } from "./content-files";
import type { Market } from "./market";
import type { Cast } from "./people";
import type { Random } from "./random";
import { lines } from "./content/deal-lines";
import { termsPaper } from "./papers";

const modeOfType: Record<ContractType, string> = { license: "license", transfer: "transfer", development: "commissioned_development", service: "technical_service", consulting: "technical_consulting" };
/** An interest that nobody answers expires by a rule; long before, somebody would have asked. */
const longestUnanswered = 6;

/** Tells each story as far as it goes, by the real acts on the days on which they happened. */
export async function tellDeals(
  cast: Cast, calendar: Calendar, random: Random, market: Market,
  texts: { achievements: AchievementText[]; needs: NeedText[]; stories: StoryText[] }, progress: (done: number, total: number) => void,
): Promise<void> {
  const needs = new Map(texts.needs.map((text) => [text.key, text]));
  const achievements = new Map(texts.achievements.map((text) => [text.key, text]));
  for (const [index, story] of texts.stories.entries()) {
    const [need, achievement] = [needs.get(story.needKey), achievements.get(story.achievementKey)];
    const [needId, achievementId] = [market.needs.get(story.needKey), market.achievements.get(story.achievementKey)];
    if (!need || !achievement || !needId || !achievementId) throw new Error(`the story ${story.key} lacks a record`);
    await tellDeal({ cast, calendar, random, story, need, achievement, needId, achievementId, index });
    progress(index + 1, texts.stories.length);
  }
}

type Scene = { cast: Cast; calendar: Calendar; random: Random; story: StoryText; need: NeedText; achievement: AchievementText; needId: string; achievementId: string; index: number };

async function tellDeal({ cast, calendar, random, story, need, achievement, needId, achievementId, index }: Scene): Promise<void> {
  const broker = story.brokerKey ? cast.broker(story.brokerKey) : null;
  const speakers: Record<string, Person | undefined> = { need: cast.writerOf(need.organisation), achievement: cast.writerOf(achievement.institution), broker: broker?.person };
  const buyer = speakers.need!, seller = speakers.achievement!;
  let day = story.stage === "interest_sent" ? Math.min(story.startDaysAgo, longestUnanswered) : story.startDaysAgo;
  const later = (most: number) => (day = Math.max(0, day - random.between(1, most)));
  const on = <T>(work: () => Promise<T>) => calendar.run(day, work);
  const [first, ...talk] = story.messages;
  const { id: interestId } = await on(() => sendInterest(buyer, { targetListingId: achievementId, ownListingId: needId, message: first!.text }));
  if (story.stage === "interest_sent") return;
  later(3);
  if (story.stage === "interest_declined") return void (await on(() => declineInterest(seller, { interestId, reason: story.reason!.code as DismissalReason, answer: story.reason!.note })));
  const { id: dealId } = await on(() => openDeal(seller, { interestId }));
  if (broker) {
    await on(() => inviteBroker(buyer, { dealId, brokerId: broker.brokerId }));
    await on(() => joinAsBroker(broker.person, { dealId }));
  }
  for (const { side, afterDays, text } of talk) {
    day = Math.max(0, Math.min(day, story.startDaysAgo - afterDays));
    const speaker = speakers[side];
    if (speaker) await on(() => sendMessage(speaker, { dealId, text }));
  }
  if (story.stage === "accepted" || story.stage === "negotiating") return;
  later(3);
  if (story.stage === "ended") return void (await on(() => endDeal(buyer, { dealId, reason: story.reason!.code as EndReason, note: story.reason!.note })));
  const type = story.contract?.type ?? "development";
  const totalFen = story.contract?.totalFen ?? random.between(18, 420) * 1_000_000;
  const technicalFen = story.contract?.technicalFen ?? totalFen;
  const today = todayInHarbin(calendar.at(day));
  const [payment, ownership, delivery] = [random.pick(lines.payment), random.pick(lines.ownership), random.pick(lines.delivery)];
  const file = await termsPaper(achievement.title, { 支付: payment, 成果归属: ownership, 交付: delivery });
  await on(() => attachDealFile(seller, { dealId, file }));
  await on(() => proposeTerms(buyer, {
    dealId, mode: modeOfType[type], totalFen, technicalFen, payment, ownership, delivery, startsOn: addDays(today, 15), endsOn: addDays(today, 15 + 365 * random.between(1, 3)),
  }));
  if (story.stage === "terms") return;
  later(3);
  await on(() => agreeTerms(seller, { dealId, ordinal: 1 }));
  if (story.stage === "contract_drafting") return;
  later(6);
  const signedOn = todayInHarbin(calendar.at(day));
  const subType = subTypes(type).find((one) => one.code === story.contract!.subtype)?.code;
  const { contractId } = await on(() => signDeal(seller, {
    dealId, title: story.contract!.title, type, subType, totalFen, technicalFen, signedOn, startsOn: signedOn, endsOn: addDays(signedOn, 730),
    sellerPlace: cast.organisationText(achievement.institution).districtCode, buyerPlace: cast.organisationText(need.organisation).districtCode,
    ipKind: (achievement.ip as { kind: string }[] | undefined)?.[0]?.kind ?? "technical_secret", planSource: "none", payment,
  }));
  if (story.stage === "signed") return;
  later(4);
  await on(() => submitRegistration(seller, { contractId }));
  if (story.stage === "submitted") return;
  const reviewer = cast.persona("reviewer");
  later(3);
  await on(() => acceptRegistration(reviewer, { contractId }));
  later(6);
  const registeredOn = todayInHarbin(calendar.at(day));
  await on(async () => {
    await registerContract(reviewer, { contractId, officialNumber: officialNumber(registeredOn, index), registeredOn, recognisedTotalFen: totalFen, recognisedTechnicalFen: technicalFen });
    // The worker would say it of all of them on the day on which the world is made.
    await completeDeal(system("complete-deals"), { dealId });
  });
}

/** Sixteen places in the form of the national system: year, place, registrar, sequence. Fictional. */
function officialNumber(registeredOn: string, index: number): string {
  return `${registeredOn.slice(0, 4)}230100${String(900_000 + index)}`;
}
