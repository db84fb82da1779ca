import type { FieldProblem } from "@/lib/core/errors";
import { formatExact } from "@/lib/core/money";

type Amounts = { totalFen: number; technicalFen: number };

/** What both sides agreed binds what one of them records. A problem says both amounts, beside the field that differs; of one that could not be read nothing. Pure. */
export function amountProblems(terms: { ordinal: number; content: Amounts }, typed: Partial<Amounts>): Record<string, FieldProblem> | null {
  const problems = (["totalFen", "technicalFen"] as const).flatMap((field) => {
    const [is, agreed] = [typed[field], terms.content[field]];
    return is === undefined || is === agreed ? [] : [[field, { code: "differs_from_terms", values: { typed: formatExact(is), agreed: formatExact(agreed), n: terms.ordinal } }] as const];
  });
  return problems.length > 0 ? Object.fromEntries(problems) : null;
}
