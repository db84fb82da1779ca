"use server";

import { action } from "@/app/_server/action";
import { addEntry } from "@/lib/dictionary/add-entry";
import { addSample } from "@/lib/dictionary/add-sample";
import { changeEntry } from "@/lib/dictionary/change-entry";
import { removeSample } from "@/lib/dictionary/remove-sample";
import { requestEdition } from "@/lib/dictionary/request-edition";
import { restoreEntries } from "@/lib/dictionary/restore-entries";
import { retireEntries } from "@/lib/dictionary/retire-entries";

export const add = action(addEntry, { flash: "dictionaryAdded" });
export const change = action(changeEntry, { flash: "saved", then: () => "/operations/dictionary" });
export const retire = action(retireEntries, { flash: "dictionaryRetired", then: () => "/operations/dictionary" });
export const restore = action(restoreEntries, { flash: "dictionaryRestored", then: () => "/operations/dictionary" });
export const addSampleQuery = action(addSample);
export const removeSampleQuery = action(removeSample);
export const apply = action(requestEdition, { then: () => "/operations/dictionary" });
