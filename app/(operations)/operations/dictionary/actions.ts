"use server";

import { action } from "@/app/_server/action";
import { addEntry } from "@/lib/dictionary/add-entry";
import { addSample } from "@/lib/dictionary/add-sample";
import { changeEntry } from "@/lib/dictionary/change-entry";
import { removeSample } from "@/lib/dictionary/remove-sample";
import { requestEdition } from "@/lib/dictionary/request-edition";
import { restoreEntry } from "@/lib/dictionary/restore-entry";
import { retireEntry } from "@/lib/dictionary/retire-entry";

export const add = action(addEntry, { flash: "dictionaryAdded" });
export const change = action(changeEntry, { flash: "saved", then: () => "/operations/dictionary" });
export const retire = action(retireEntry, { flash: "dictionaryRetired", then: () => "/operations/dictionary" });
export const restore = action(restoreEntry, { flash: "dictionaryRestored", then: () => "/operations/dictionary" });
export const addSampleQuery = action(addSample);
export const removeSampleQuery = action(removeSample);
export const apply = action(requestEdition, { then: () => "/operations/dictionary" });
