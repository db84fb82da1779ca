import { Invalid, type FieldProblem } from "@/lib/core/errors";

/**
 * Makes checks that need the database one after the other, and says together what they refuse. Any other error ends it at once.
 * @returns what the checks answered, in their order
 * @throws Invalid with the problems of all of them
 */
export async function allTold<T extends readonly unknown[]>(...checks: { [K in keyof T]: () => T[K] | Promise<T[K]> }): Promise<T> {
  const problems: Record<string, FieldProblem> = {}, answers: unknown[] = [];
  for (const check of checks) {
    try {
      answers.push(await check());
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      for (const [field, problem] of Object.entries(error.fields)) problems[field] ??= problem;
    }
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return answers as unknown as T;
}
