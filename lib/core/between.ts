import type { z } from "zod";
import type { ErrorValues } from "@/lib/core/errors";
import { problem } from "@/lib/core/fields";

type Told<T> = { at: keyof T & string; code: string; values?: (form: T) => ErrorValues };

/**
 * The arguments of `refine` for a rule between fields. Zod asks no rule of an object of which a field is wrong, so that a form would tell what
 * is wrong in rounds; this one waits only where one of its own fields is wrong.
 * @param fields those that it compares, all of T
 */
export function between<T extends object>(fields: readonly (keyof T & string)[], holds: (form: T) => boolean, { at, code, values }: Told<T>) {
  const rule: [(form: T) => boolean, { path: PropertyKey[]; error: (issue: { input?: unknown }) => string; when: (payload: z.core.ParsePayload) => boolean }] = [holds, {
    path: [at],
    error: ({ input }) => problem(code, values?.(input as T) ?? {}),
    when: ({ issues }) => !issues.some(({ path }) => (fields as readonly unknown[]).includes(path?.[0])),
  }];
  return rule;
}
