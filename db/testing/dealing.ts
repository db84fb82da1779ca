import { db } from "@/db/client";
import { achievementVersions, brokers, listings, listingVersions } from "@/db/schema";
import { loadCodes } from "@/lib/codes/load";
import type { Membership, Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { acceptRegistration } from "@/lib/contracts/registrations/accept";
import { registerContract } from "@/lib/contracts/registrations/register";
import { submitRegistration } from "@/lib/contracts/registrations/submit";
import { agreeTerms } from "@/lib/deals/agree-terms";
import { inviteBroker } from "@/lib/deals/invite-broker";
import { joinAsBroker } from "@/lib/deals/join-as-broker";
import { openDeal } from "@/lib/deals/open";
import { proposeTerms } from "@/lib/deals/propose-terms";
import { signDeal } from "@/lib/deals/sign";
import { sendInterest } from "@/lib/interests/send";
import { makeOrganisation, makePerson, reload } from "./factories";

export const terms = { mode: "license", totalFen: 128_000_000, technicalFen: 104_000_000, payment: "一次支付", ownership: "归卖方", delivery: "六个月内交付", startsOn: "2026-04-01", endsOn: "2026-10-01" };
export const paper = { title: "叶片成型工艺许可", type: "license", totalFen: 128_000_000, technicalFen: 104_000_000, signedOn: "2026-03-02", sellerPlace: "230103", buyerPlace: "230108", techArea: "03" };
export const recognised = { registeredOn: "2026-03-20", recognisedTotalFen: 120_000_000, recognisedTechnicalFen: 100_000_000 };

export type Dealing = { university: Membership; enterprise: Membership; office: Person; buyer: Person; reviewer: Person; stranger: Person };

/** Two verified organisations that trade, and the bureau. */
export async function makeDealing(): Promise<Dealing> {
  await db().transaction((tx) => loadCodes(tx));
  const university = await makeOrganisation({ kind: "university", name: "卖方大学" });
  const enterprise = await makeOrganisation({ kind: "enterprise", name: "买方公司", districtCode: "230108" });
  return {
    university, enterprise,
    office: await makePerson({ organisation: university, roles: ["editor"] }),
    buyer: await makePerson({ organisation: enterprise, roles: ["administrator"] }),
    reviewer: await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] }),
    stranger: await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }), roles: ["administrator"] }),
  };
}

let made = 0;
export async function makePublishedAchievement(organisationId: string): Promise<string> {
  const [id, versionId, at] = [newId(), newId(), new Date()];
  await db().transaction(async (tx) => {
    await tx.insert(listings).values({ id, kind: "achievement", number: `C-2026-9${(made += 1)}`, organisationId, status: "published", publishedVersionId: versionId, publishedAt: at, createdAt: at, updatedAt: at });
    await tx.insert(listingVersions).values({ id: versionId, listingId: id, ordinal: 1, status: "published", createdAt: at, savedAt: at });
    await tx.insert(achievementVersions).values({ versionId, title: "叶片成型工艺", techArea: "03", fieldCode: "EQ02", ip: [{ kind: "invention_patent", status: "granted" }] });
  });
  return id;
}

export async function openOne({ university, office, buyer }: Dealing): Promise<string> {
  const interest = await sendInterest(buyer, { targetListingId: await makePublishedAchievement(university.organisationId), message: "我们想谈谈许可。" });
  return (await openDeal(office, { interestId: interest.id })).id;
}

/** Both sides agree to these terms; `ordinal` is their version. */
export async function agreeOn({ buyer, office }: Dealing, dealId: string, changes: Partial<typeof terms> = {}): Promise<void> {
  const { ordinal } = await proposeTerms(buyer, { dealId, ...terms, ...changes });
  await agreeTerms(office, { dealId, ordinal });
}

export async function signOne(dealing: Dealing, changes: Partial<typeof paper> = {}): Promise<{ dealId: string; contractId: string }> {
  const dealId = await openOne(dealing);
  await agreeOn(dealing, dealId);
  return { dealId, contractId: (await signDeal(dealing.buyer, { dealId, ...paper, ...changes })).contractId };
}

export async function handIn({ office, reviewer }: Dealing, contractId: string): Promise<void> {
  await submitRegistration(office, { contractId });
  await acceptRegistration(reviewer, { contractId });
}

export async function registerOne(dealing: Dealing, contractId: string, officialNumber: string): Promise<void> {
  await handIn(dealing, contractId);
  await registerContract(dealing.reviewer, { contractId, officialNumber, ...recognised });
}

/** An approved broker who has joined this deal; of an agency, when one is given. */
export async function makeBrokerOf({ office }: Dealing, dealId: string, agency: Membership | null = null): Promise<Person> {
  const person = await makePerson(agency ? { organisation: agency, roles: ["editor"] } : {});
  const brokerId = newId();
  await db().insert(brokers).values({ id: brokerId, userId: person.userId, organisationId: agency?.organisationId ?? null, introduction: "经理人", status: "approved", appliedAt: new Date() });
  const broker = await reload(person.userId);
  await inviteBroker(office, { dealId, brokerId });
  await joinAsBroker(broker, { dealId });
  return broker;
}
