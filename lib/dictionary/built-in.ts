import { institutionAliases } from "@/lib/codes/institutions";
import { industries } from "@/lib/codes/taxonomy";
import { normalise } from "@/lib/engine/analyse";
import { BUILT_IN } from "@/lib/engine/vocabulary";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { canEditDictionary } from "./policy";
import type { EntryKind } from "./states";

export type BuiltInRow = { kind: EntryKind; members: readonly string[]; fieldCode: string | null };

const rows: BuiltInRow[] = [
  ...BUILT_IN.synonyms.map((members): BuiltInRow => ({ kind: "synonym", members, fieldCode: null })),
  ...institutionAliases.filter(([short]) => !BUILT_IN.synonyms.some((group) => group.includes(short))).map((members): BuiltInRow => ({ kind: "word", members, fieldCode: null })),
  ...industries.flatMap((industry) => industry.fields).flatMap((field) => [{ kind: "word" as const, members: [field.zh], fieldCode: field.code }, ...field.directions.map((one): BuiltInRow => ({ kind: "word", members: [one.zh], fieldCode: one.code }))]),
];

/** What the product ships: read-only, the ground on which operators build. @throws NotFound for everybody else */
export function listBuiltIn(actor: Actor, filter: { q?: string | undefined; kind?: EntryKind | undefined }, request: PageRequest): Page<BuiltInRow> {
  if (!canEditDictionary(actor)) throw new NotFound();
  const q = filter.q ? normalise(filter.q) : null;
  const found = rows.filter((row) => (!filter.kind || row.kind === filter.kind) && (!q || row.members.some((one) => normalise(one).includes(q))));
  return { ...request, rows: found.slice(offsetOf(request), offsetOf(request) + request.size), total: found.length };
}
