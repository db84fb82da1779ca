"use server";

import { action } from "@/app/_server/action";
import { changeSearch } from "@/lib/subscriptions/change";
import { pauseSearch } from "@/lib/subscriptions/pause";
import { removeSearch } from "@/lib/subscriptions/remove";
import { restoreSearch } from "@/lib/subscriptions/restore";
import { resumeSearch } from "@/lib/subscriptions/resume";
import { saveSearch } from "@/lib/subscriptions/save";

const list = () => "/me/subscriptions";

export const save = action(saveSearch, { then: list, flash: "searchSaved" });
export const change = action(changeSearch, { flash: "saved" });
export const pause = action(pauseSearch, { then: list, flash: "searchPaused" });
export const resume = action(resumeSearch, { then: list, flash: "searchResumed" });
export const remove = action(removeSearch, { then: ({ id }) => `/me/subscriptions?removed=${id}` });
export const restore = action(restoreSearch, { then: list, flash: "searchRestored" });
