import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { contractParties, contracts } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";
import type { NewEntry } from "@/lib/ledger/post";

type ContractFacts = Pick<typeof contracts.$inferSelect, "type" | "techArea"> & Partial<Pick<typeof contracts.$inferSelect, "subType" | "fieldCode" | "ipKind" | "planSource">>;
type PartyFacts = { side: "seller" | "buyer" | "broker"; registers?: boolean | null | undefined; shareBasisPoints?: number | null | undefined; organisationId?: string | null | undefined; name: string; nature?: string | null | undefined; districtCode?: string | null | undefined; country?: string | null | undefined };

export type Dimensions = Pick<NewEntry, "type" | "subType" | "fieldCode" | "techArea" | "sellerDistrict" | "sellerNature" | "sellerName" | "institutionId" | "buyerDistrict" | "buyerCountry" | "buyerNature" | "ipKind" | "planSource">;

/** With several parties a contract counts for the seller who registers and the buyer with the largest share; amounts are not split (domain A1). Pure. */
export function dimensionsOf(contract: ContractFacts, parties: readonly PartyFacts[]): Dimensions {
  const seller = parties.find((one) => one.side === "seller" && one.registers) ?? parties.find((one) => one.side === "seller");
  const buyers = parties.filter((one) => one.side === "buyer");
  const buyer = buyers.reduce<PartyFacts | undefined>((largest, one) => ((one.shareBasisPoints ?? 0) > (largest?.shareBasisPoints ?? -1) ? one : largest), undefined);
  return {
    type: contract.type, subType: contract.subType ?? null, fieldCode: contract.fieldCode ?? null, techArea: contract.techArea, ipKind: contract.ipKind ?? null, planSource: contract.planSource ?? null,
    sellerName: seller?.name ?? "", sellerDistrict: seller?.districtCode ?? null, sellerNature: seller?.nature ?? null, institutionId: seller?.organisationId ?? null,
    buyerDistrict: buyer?.districtCode ?? null, buyerCountry: buyer?.country ?? "CN", buyerNature: buyer?.nature ?? null,
  };
}

export async function readDimensions(reader: Reader, contractId: string): Promise<Dimensions> {
  const [contract] = await reader.select().from(contracts).where(eq(contracts.id, contractId));
  if (!contract) throw new NotFound();
  return dimensionsOf(contract, await reader.select().from(contractParties).where(eq(contractParties.contractId, contractId)).orderBy(asc(contractParties.position)));
}
