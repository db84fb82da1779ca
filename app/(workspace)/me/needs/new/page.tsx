import { redirect } from "next/navigation";
import { requirePerson } from "@/app/_server/actor";
import { creationHref, creationsOf } from "@/lib/search/creations";

/** "Publish a need", pressed on a page that does not know who reads it: in the name of the organisation they act for, which who has none founds first. */
export default async function NewNeedPage() {
  const begun = await creationsOf(await requirePerson());
  const first = begun.find(({ act }) => act === "need") ?? begun.find(({ act }) => act === "organisation");
  redirect(first ? creationHref(first) : "/me");
}
