import type { SynonymGroups } from "@/lib/engine/expand";

export const SYNONYMS: SynonymGroups = [["SiC", "碳化硅"]];
