"use server";

import type { ReactNode } from "react";
import { actingFor, maybeActor } from "@/app/_server/actor";
import { getAchievementDesk } from "@/lib/achievements/queries";
import type { Actor } from "@/lib/core/actor";
import { isKnownError } from "@/lib/core/errors";
import type { ListingKind } from "@/lib/listings/states";
import { getNeedDesk } from "@/lib/needs/queries";
import { BesidePanels } from "./beside-panels";
import { SectionList } from "./section-list";

/** The panels beside an editor as they are now; null for whoever may not see them (any more). */
export async function readBeside(kind: ListingKind, org: string, id: string): Promise<ReactNode> {
  return forMember(org, async (actor) => kind === "need"
    ? <BesidePanels actor={actor} kind="need" org={org} desk={await getNeedDesk(actor, id)} />
    : <BesidePanels actor={actor} kind="achievement" org={org} desk={await getAchievementDesk(actor, id)} />);
}

/** What the parts of the text still lack, as it is saved now; null as above. */
export async function readSections(kind: ListingKind, org: string, id: string): Promise<ReactNode> {
  return forMember(org, async (actor) => <SectionList kind={kind} desk={kind === "need" ? await getNeedDesk(actor, id) : await getAchievementDesk(actor, id)} />);
}

async function forMember(org: string, read: (actor: Actor) => Promise<ReactNode>): Promise<ReactNode> {
  const person = await maybeActor();
  const membership = person.kind === "person" ? person.memberships.find(({ slug }) => slug === org) : undefined;
  if (person.kind !== "person" || !membership) return null;
  try {
    return await read(actingFor(person, membership));
  } catch (error) {
    if (isKnownError(error)) return null;
    throw error;
  }
}
