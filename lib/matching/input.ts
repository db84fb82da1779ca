import { z } from "zod";
import { line, oneOf, optional, recordId } from "@/lib/core/fields";
import { dismissalReasons } from "@/lib/interests/states";

const pair = { needId: recordId(), achievementId: recordId() };

export const dismissInput = z.object({ ...pair, reason: oneOf(dismissalReasons), note: optional(line({ max: 200 })).optional() });

export const undoDismissalInput = z.object(pair);
