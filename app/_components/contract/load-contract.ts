import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { requirePerson } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { getContractRecord, listContractHistory } from "@/lib/contracts/queries";
import { roomOf } from "@/lib/deals/queries";

/** A contract with its timeline and the way to its deal, for whoever may see it: read once for title and page. As whom they look is the page's question. */
export const loadContract = cache(async (id: string) => {
  const actor = await requirePerson();
  const view = await found(getContractRecord(actor, id));
  const [history, room] = await Promise.all([listContractHistory(actor, id), view.deal ? roomOf(actor, view.deal.id) : null]);
  return { view, history, dealHref: view.deal && room ? `${room.slug ? `/o/${room.slug}` : "/me"}/deals/${view.deal.id}` : null };
});

export async function contractMetadata(id: string): Promise<Metadata> {
  const { view } = await loadContract(id);
  return { title: (await getTranslations("contracts"))("record.title", { title: view.contract.title }) };
}
