import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { requireActing, requirePerson } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { getDealRoom } from "@/lib/deals/queries";

/** The room as its reader sees it, in the name of an organisation or, as its broker, in none: read once for title and page. */
export const loadDeal = cache(async (id: string, org?: string) => {
  const actor = org ? await requireActing(org) : await requirePerson();
  return { actor, view: await found(getDealRoom(actor, id)) };
});

export async function dealMetadata(id: string, org?: string): Promise<Metadata> {
  const { view } = await loadDeal(id, org);
  return { title: (await getTranslations("deals"))("room.title", { title: view.deal.title }) };
}
