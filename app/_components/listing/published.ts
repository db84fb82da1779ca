import { cache } from "react";
import { maybeActor } from "@/app/_server/actor";
import { getAchievement } from "@/lib/achievements/queries";
import { isKnownError } from "@/lib/core/errors";
import { getNeed } from "@/lib/needs/queries";

/** Refused and unknown are the same: not there for this reader. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isKnownError(error)) return null;
    throw error;
  }
}

/** One reading per request: the page, its title and the page "not found" beside it ask for the same record. */
export const findAchievement = cache(async (id: string, signedVersionId?: string) => orNull(getAchievement(await maybeActor(), id, signedVersionId)));
export const findNeed = cache(async (id: string, signedVersionId?: string) => orNull(getNeed(await maybeActor(), id, signedVersionId)));
