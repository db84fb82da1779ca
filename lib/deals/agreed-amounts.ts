import type { FieldProblem } from "@/lib/core/errors";
import { formatExact } from "@/lib/core/money";

type Amounts = { totalFen: number; technicalFen: number };

/** What both sides agreed binds what one of them records. A problem says both amounts, beside the field that differs. Pure. */
export function amountProblems(terms: { ordinal: number; content: Amounts }, typed: Amounts): Record<string, FieldProblem> | null {
  const problems = (["totalFen", "technicalFen"] as const).filter((field) => typed[field] !== terms.content[field])
    .map((field) => [field, { code: "differs_from_terms", values: { typed: formatExact(typed[field]), agreed: formatExact(terms.content[field]), n: terms.ordinal } }] as const);
  return problems.length > 0 ? Object.fromEntries(problems) : null;
}
