"use server";

import type { ReactNode } from "react";
import { actingFor, maybeActor } from "@/app/_server/actor";
import { getAchievementDesk } from "@/lib/achievements/queries";
import { isKnownError } from "@/lib/core/errors";
import type { ListingKind } from "@/lib/listings/states";
import { getNeedDesk } from "@/lib/needs/queries";
import { BesidePanels } from "./beside-panels";

/** The panels beside an editor as they are now; null for whoever may not see them (any more). */
export async function readBeside(kind: ListingKind, org: string, id: string): Promise<ReactNode> {
  const person = await maybeActor();
  const membership = person.kind === "person" ? person.memberships.find(({ slug }) => slug === org) : undefined;
  if (person.kind !== "person" || !membership) return null;
  const actor = actingFor(person, membership);
  try {
    return kind === "need"
      ? <BesidePanels actor={actor} kind="need" org={org} desk={await getNeedDesk(actor, id)} />
      : <BesidePanels actor={actor} kind="achievement" org={org} desk={await getAchievementDesk(actor, id)} />;
  } catch (error) {
    if (isKnownError(error)) return null;
    throw error;
  }
}
