import { z } from "zod";
import { problem, recordId } from "./fields";

/** Those that are ticked in a list, or the one whose button was pressed; at most a hundred. */
export function recordIds() {
  return z.preprocess((typed) => (typeof typed === "string" ? [typed] : typed), z.array(recordId(), problem("choose")).min(1, problem("choose")).max(100));
}
