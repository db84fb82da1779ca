import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brokers, organisations } from "@/db/schema";
import { command } from "@/lib/command";
import { institutionNatures } from "@/lib/codes/lists";
import { createContract, type NewParty } from "@/lib/contracts/create";
import { userIdOf } from "@/lib/core/actor";
import { Conflict, Invalid } from "@/lib/core/errors";
import type { PartySide } from "@/lib/contracts/states";
import { signInput, type PartyInput } from "./input";
import { moveStage } from "./move-stage";
import { mayDecideInDeal } from "./policy";
import { getDealFor, type DealForActor } from "./queries";
import { listingFacts } from "./listing-facts";

/** Signing records the contract: parties as a snapshot of today, amounts, dates. One act, one contract, one event. */
export const signDeal = command({
  name: "deal.signed",
  input: signInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: mayDecideInDeal,
  async run({ tx, actor, subject: deal, input, event }) {
    if (deal.status !== "open" || deal.stage !== "signing") throw new Conflict("deal_moved");
    await moveStage(tx, deal, "signed", event.at);
    const facts = await listingFacts(tx, deal);
    const contract = await createContract(tx, {
      origin: "deal", dealId: deal.id, importId: null, title: input.title, type: input.type, subType: input.subType, totalFen: input.totalFen, technicalFen: input.technicalFen,
      signedOn: input.signedOn, startsOn: input.startsOn, endsOn: input.endsOn, fieldCode: facts.fieldCode, techArea: facts.techArea,
      ipKind: input.ipKind ?? facts.ipKind, planSource: input.planSource ?? "none", payment: input.payment, demo: deal.demo, recordedBy: userIdOf(actor), event,
      parties: [
        ...(await sideParties(tx, "seller", deal.sellerId, input.sellers, input.sellerDistrict)),
        ...(await sideParties(tx, "buyer", deal.buyerId, input.buyers, input.buyerDistrict)),
        ...(await brokerParties(tx, deal)),
      ],
    });
    const listings = [deal.achievementId && { kind: "achievement" as const, id: deal.achievementId }, deal.needId && { kind: "need" as const, id: deal.needId }].filter((one) => !!one);
    return {
      result: { contractId: contract.id, number: contract.number },
      subjects: [{ kind: "deal", id: deal.id }, { kind: "contract", id: contract.id }, { kind: "registration", id: contract.registrationId }, ...listings],
      facts: { number: contract.number, totalFen: input.totalFen },
    };
  },
});

/** The first party of a side is the deal's own organisation; it registers when it sells (domain B4). */
async function sideParties(tx: Tx, side: Exclude<PartySide, "broker">, organisationId: string, given: PartyInput[] | undefined, districtCode: string): Promise<NewParty[]> {
  const wanted: PartyInput[] = given && given.length > 0 ? given : [{ organisationId, name: null, creditCode: null, nature: null, districtCode, country: null, shareBasisPoints: 10_000 }];
  if (!wanted.some((one) => one.organisationId === organisationId)) throw new Invalid({ [`${side}s`]: { code: "own_party_missing" } });
  const ids = wanted.flatMap((one) => (one.organisationId ? [one.organisationId] : []));
  const known = await tx.select().from(organisations).where(inArray(organisations.id, ids));
  return wanted.map((one, index) => {
    const organisation = known.find((row) => row.id === one.organisationId);
    const name = organisation?.name ?? one.name;
    if (!name) throw new Invalid({ [`${side}s.${index}.name`]: { code: "required" } });
    const own = one.organisationId === organisationId;
    return {
      side, position: index + 1, shareBasisPoints: one.shareBasisPoints, registers: side === "seller" && own, organisationId: organisation?.id ?? null, userId: null, name,
      creditCode: organisation?.creditCode ?? one.creditCode, nature: natureCode(organisation?.nature) ?? one.nature,
      districtCode: (own ? districtCode : one.districtCode) ?? organisation?.districtCode ?? (one.country && one.country !== "CN" ? null : districtCode), country: one.country ?? "CN",
    };
  });
}

/** An organisation says what it is in the words of the sign-up; the national form wants its own three digits. */
function natureCode(nature: string | null | undefined): string | null {
  return institutionNatures.find((entry) => entry.code === nature)?.nature ?? nature ?? null;
}

/** A broker who is in the room stands in the contract, so that it stays readable for them. */
async function brokerParties(tx: Tx, deal: DealForActor): Promise<NewParty[]> {
  const ids = deal.participants.filter((one) => one.role === "broker" && one.status === "active").map((one) => one.userId);
  if (ids.length === 0) return [];
  const rows = await tx.select({ userId: brokers.userId, organisationId: brokers.organisationId, organisation: organisations.name })
    .from(brokers).leftJoin(organisations, eq(organisations.id, brokers.organisationId)).where(inArray(brokers.userId, ids));
  return rows.map((row, index) => ({
    side: "broker", position: index + 1, shareBasisPoints: null, registers: false, organisationId: null, userId: row.userId, name: row.organisation ?? "",
    creditCode: null, nature: null, districtCode: null, country: "CN",
  }));
}
