import { z } from "zod";
import { recordId } from "@/lib/core/fields";

export const mailRef = z.object({ mailId: recordId() });
