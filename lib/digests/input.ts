import { z } from "zod";
import { oneOf, recordId } from "@/lib/core/fields";
import { frequencies, thresholds } from "./states";

export const changeSettingInput = z.object({ organisationId: recordId(), threshold: oneOf(thresholds), frequency: oneOf(frequencies) });

export const tellInput = z.object({ userId: recordId() });
