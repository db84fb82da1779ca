import { z } from "zod";

/** What of an input can be read although something else in it cannot: field by field, in lists line by line. */
export function rightParts(schema: z.core.$ZodType, raw: unknown): unknown {
  const read = z.safeParse(schema, raw);
  if (read.success) return read.data;
  if (schema instanceof z.ZodOptional) return rightParts(schema.unwrap(), raw);
  if (schema instanceof z.ZodArray) return Array.isArray(raw) ? raw.map((line) => rightParts(schema.element, line) ?? {}) : undefined;
  if (!(schema instanceof z.ZodObject) || typeof raw !== "object" || raw === null) return undefined;
  const parts = Object.entries(schema.shape).map(([name, field]) => [name, rightParts(field, (raw as Record<string, unknown>)[name])] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}
