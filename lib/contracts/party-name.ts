import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { contracts } from "@/db/schema";

/**
 * One name for each side of a contract in a line: of the parties for which it counts (`dimensions.ts`), the seller who registers and the buyer with the
 * largest share. @param contractId a column of the query around it
 */
export function partyName(side: "seller" | "buyer", contractId: SQLWrapper = contracts.id): SQL<string> {
  const first = side === "seller" ? sql`p.registers desc` : sql`coalesce(p.share_basis_points, 0) desc`;
  return sql<string>`coalesce((select p.name from contract_parties p where p.contract_id = ${contractId} and p.side = ${side} order by ${first}, p.position limit 1), '')`;
}
