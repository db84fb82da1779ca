import { z } from "zod";
import { line, recordId } from "@/lib/core/fields";

export const importInput = z.object({ importId: recordId() });

/** A file as a form sends it, its bytes, or rows that are already read (by template label or key). Exactly one of them. */
export const uploadInput = z.object({
  fileName: line({ max: 200 }).optional(),
  file: z.custom<File>((given) => typeof File !== "undefined" && given instanceof File, "required").optional(),
  buffer: z.custom<Uint8Array>((given) => given instanceof Uint8Array, "required").optional(),
  rows: z.array(z.record(z.string(), z.string())).max(20_000).optional(),
}).refine((given) => given.file || given.buffer || given.rows, { path: ["file"], message: "required" });
