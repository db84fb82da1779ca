import { IN_MACHINES } from "./related-in-machines";
import { IN_MATERIALS } from "./related-in-materials";

/**
 * Words of neighbouring meaning, written by hand for this platform, trade by trade in the order of GB/T 4754: whoever
 * asks for one may well be served by a record that says the other. Looser than synonyms (lib/engine/data/synonyms.ts):
 * they never widen a search, and in the matching they count a fraction of the word itself.
 */
export const RELATED: readonly (readonly string[])[] = [IN_MACHINES, IN_MATERIALS].flatMap((groups) => groups.trim().split("\n").map((line) => line.split(" ")));
