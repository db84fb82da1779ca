import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listings } from "@/db/schema";
import { countedStatuses } from "@/lib/contracts/registrations/states";

/** What has come of a record: somebody talks with the owner of a need about it; a contract about an achievement is registered and counts. For its own people: others are not told who deals with whom. */
export type Progress = "talking" | "converted";

/** In a row of `listings`. By the owner's own deals, which have an index. */
export const progress = sql<Progress | null>`case "listings"."kind"
  when 'need' then case when exists (select 1 from deals d where d.buyer_id = "listings"."organisation_id" and d.status = 'open' and d.need_id = "listings"."id")
    or exists (select 1 from interests i where i.target_listing_id = "listings"."id" and i.status = 'sent') then 'talking' end
  else case when exists (select 1 from deals d join contracts c on c.deal_id = d.id join registrations r on r.contract_id = c.id
    where d.seller_id = "listings"."organisation_id" and d.achievement_id = "listings"."id" and r.status = any(${sql.param([...countedStatuses])}::text[])) then 'converted' end end`;

/** Of one record, for a page that has asked already who may know. */
export async function progressOf(listingId: string): Promise<Progress | null> {
  const [row] = await db().select({ progress }).from(listings).where(eq(listings.id, listingId));
  return row?.progress ?? null;
}
