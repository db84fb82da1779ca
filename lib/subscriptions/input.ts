import { z } from "zod";
import { line, oneOf, recordId } from "@/lib/core/fields";
import { isSearch, paramsOf, searchOf } from "./address";
import { searchFrequencies } from "./states";

const name = line({ max: 40 });

export const saveSearchInput = z.object({
  name,
  /** An address' query; what is no part of a search is dropped. */
  query: z.string().max(4_000).transform((text) => searchOf(paramsOf(text))).refine(isSearch, { message: "empty_search" }),
  frequency: oneOf(searchFrequencies),
});

export const changeSearchInput = z.object({ searchId: recordId(), name, frequency: oneOf(searchFrequencies) });

export const searchInput = z.object({ searchId: recordId() });
