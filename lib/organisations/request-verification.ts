import { and, eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { isAbroad } from "@/lib/codes/places";
import { command } from "@/lib/command";
import { Conflict, Invalid, type FieldProblem } from "@/lib/core/errors";
import { findForMember } from "./find-organisation";
import { organisationInput } from "./input";
import { canRequestVerification } from "./policy";

const needed = ["creditCode", "districtCode", "contactName", "contactPhone"] as const;

export const requestVerification = command({
  name: "organisation.verification_requested",
  input: organisationInput,
  find: (tx, actor, input) => findForMember(tx, actor, input.organisationId),
  allow: canRequestVerification,
  async run({ tx, subject: organisation }) {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, organisation.id));
    const missing = needed.filter((field) => !row?.[field] && !(field === "creditCode" && isAbroad(row?.districtCode)));
    if (missing.length > 0) throw new Invalid(Object.fromEntries(missing.map((field): [string, FieldProblem] => [field, { code: `missing_${field}` }])));
    const [moved] = await tx.update(organisations).set({ verification: "pending", verificationRemarks: null })
      .where(and(eq(organisations.id, organisation.id), eq(organisations.verification, organisation.verification))).returning({ id: organisations.id });
    if (!moved) throw new Conflict();
    return { result: { slug: organisation.slug }, subjects: [{ kind: "organisation" as const, id: organisation.id }] };
  },
});
