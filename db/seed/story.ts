import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema";
import { acceptRegistration } from "@/lib/contracts/registrations/accept";
import { registerContract } from "@/lib/contracts/registrations/register";
import { submitRegistration } from "@/lib/contracts/registrations/submit";
import type { ContractType } from "@/lib/contracts/states";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { agreeTerms } from "@/lib/deals/agree-terms";
import { endDeal } from "@/lib/deals/end";
import { inviteBroker } from "@/lib/deals/invite-broker";
import { joinAsBroker } from "@/lib/deals/join-as-broker";
import { openDeal } from "@/lib/deals/open";
import { proposeTerms } from "@/lib/deals/propose-terms";
import { sendMessage } from "@/lib/deals/send-message";
import { signDeal } from "@/lib/deals/sign";
import { declineInterest } from "@/lib/interests/decline";
import { sendInterest } from "@/lib/interests/send";
import type { Calendar } from "./calendar";
import type { AchievementText, NeedText } from "./content-files";
import { statusOf, type Market } from "./market";
import type { Cast } from "./people";
import type { Random } from "./random";
import { lines } from "./content/deal-lines";

/** How far a deal of the demo world goes. */
type End = "interest" | "declined" | "negotiation" | "terms" | "signing" | "signed" | "submitted" | "registered" | "ended";

/** Of every ten, five are registered: the demo's figures need contracts, and a channel that works has them. */
const course: readonly End[] = ["registered", "negotiation", "registered", "terms", "registered", "signed", "registered", "interest", "registered", "signing", "registered", "submitted", "registered", "declined", "registered", "ended"];

const typeOfMode: Record<string, [ContractType, string]> = {
  license: ["license", "license.patent_ordinary"], transfer: ["transfer", "transfer.patent_right"], joint_development: ["development", "development.cooperative"], commissioned_development: ["development", "development.commissioned"],
  technical_service: ["service", "service.general"], technical_consulting: ["consulting", "consulting.assessment"], joint_implementation: ["development", "development.cooperative"], equity: ["transfer", "transfer.patent_right"],
};

export async function tellDeals(
  cast: Cast, calendar: Calendar, random: Random, market: Market,
  texts: { achievements: AchievementText[]; needs: NeedText[] }, count: number, progress: (done: number, total: number) => void,
): Promise<void> {
  const achievements = new Map(texts.achievements.map((text) => [text.key, text]));
  const pairs = texts.needs.flatMap((need) => (need.answers ?? []).slice(0, 1).map((key) => ({ need, achievement: achievements.get(key) })));
  let told = 0;
  for (const { need, achievement } of pairs) {
    if (told >= count) break;
    const needId = market.needs.get(need.key);
    const achievementId = achievement ? market.achievements.get(achievement.key) : undefined;
    if (!achievement || !needId || !achievementId || achievement.institution === need.organisation) continue;
    if ((await statusOf(needId)) !== "published" || (await statusOf(achievementId)) !== "published") continue;
    const end = course[told % course.length]!;
    const youngest = Math.min(market.publicFor.get(needId) ?? 0, market.publicFor.get(achievementId) ?? 0);
    await tellDeal({ cast, calendar, random, need, achievement, needId, achievementId, end, youngest, index: told });
    told += 1;
    progress(told, count);
  }
}

type Scene = { cast: Cast; calendar: Calendar; random: Random; need: NeedText; achievement: AchievementText; needId: string; achievementId: string; end: End; /** Days for which both records have been public. */ youngest: number; index: number };

async function tellDeal({ cast, calendar, random, need, achievement, needId, achievementId, end, youngest, index }: Scene): Promise<void> {
  const buyer = cast.writerOf(need.organisation);
  const seller = cast.writerOf(achievement.institution);
  const settled = end === "registered" || end === "submitted" || end === "signed";
  // Nobody answers a record before it is public, and an interest that nobody answers expires after ten days.
  let day = Math.min(end === "interest" ? random.between(1, 6) : settled ? random.between(70, 300) : random.between(8, 60), Math.max(0, youngest - 1));
  const later = (most: number) => (day = Math.max(0, day - random.between(1, most)));
  const on = <T>(work: () => Promise<T>) => calendar.run(day, work);
  const { id: interestId } = await on(() => sendInterest(buyer, { targetListingId: achievementId, ownListingId: needId, message: random.pick(lines.interest) }));
  if (end === "interest") return;
  later(3);
  if (end === "declined") return void (await on(() => declineInterest(seller, { interestId, reason: random.pick(["too_early", "price", "unclear"] as const), answer: random.pick(lines.decline) })));
  const { id: dealId } = await on(() => openDeal(seller, { interestId }));
  for (const [speaker, text] of random.pick(lines.talks)) {
    later(3);
    await on(() => sendMessage(speaker === "seller" ? seller : buyer, { dealId, text }));
  }
  if (index % 4 === 0) {
    const broker = cast.persona("broker");
    await on(() => inviteBroker(buyer, { dealId, brokerId: cast.brokerIds.get("broker") }));
    await on(() => joinAsBroker(broker, { dealId }));
  }
  if (end === "negotiation") return;
  if (end === "ended") return void (await on(() => endDeal(buyer, { dealId, reason: random.pick(["price", "budget"] as const), note: random.pick(lines.ending) })));
  later(6);
  const totalFen = random.between(18, 420) * 1_000_000;
  const technicalFen = Math.round((totalFen * random.between(70, 100)) / 100);
  const mode = ((achievement.modes as string[] | undefined) ?? ["license"]).find((one) => typeOfMode[one]) ?? "license";
  const today = todayInHarbin(calendar.at(day));
  await on(() => proposeTerms(buyer, {
    dealId, mode, totalFen, technicalFen, payment: random.pick(lines.payment), ownership: random.pick(lines.ownership), delivery: random.pick(lines.delivery), startsOn: addDays(today, 15), endsOn: addDays(today, 15 + 365 * random.between(1, 3)),
  }));
  if (end === "terms") return;
  later(5);
  await on(() => agreeTerms(seller, { dealId, ordinal: 1 }));
  if (end === "signing") return;
  later(8);
  const signedOn = todayInHarbin(calendar.at(day));
  const [type, subType] = typeOfMode[mode]!;
  const { contractId } = await on(() => signDeal(seller, {
    dealId, title: `${achievement.title.slice(0, 34)}${random.pick(lines.contractSuffix[type])}`, type, subType: subType || undefined, totalFen, technicalFen, signedOn, startsOn: signedOn, endsOn: addDays(signedOn, 730),
    sellerDistrict: cast.organisationText(achievement.institution).districtCode, buyerDistrict: cast.organisationText(need.organisation).districtCode,
    ipKind: (achievement.ip as { kind: string }[] | undefined)?.[0]?.kind ?? "technical_secret", planSource: "none", payment: random.pick(lines.payment),
  }));
  if (end === "signed") return;
  later(5);
  await on(() => submitRegistration(seller, { contractId }));
  if (end === "submitted") return;
  const reviewer = cast.persona("reviewer");
  later(4);
  await on(() => acceptRegistration(reviewer, { contractId }));
  later(6);
  const registeredOn = todayInHarbin(calendar.at(day));
  await on(() => registerContract(reviewer, { contractId, officialNumber: officialNumber(registeredOn, index), registeredOn, recognisedTotalFen: totalFen, recognisedTechnicalFen: technicalFen }));
}

/** Sixteen places in the form of the national system: year, place, registrar, sequence. Fictional. */
function officialNumber(registeredOn: string, index: number): string {
  return `${registeredOn.slice(0, 4)}230100${String(900_000 + index)}`;
}

export async function registeredCount(): Promise<number> {
  return (await db().select({ id: registrations.id }).from(registrations).where(eq(registrations.status, "registered"))).length;
}
