import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { pinyin } from "pinyin-pro";
import type { Tx } from "@/db/client";
import { memberships, operators, organisations, publicName } from "@/db/schema";
import type { OrganisationKind, Role } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { lockUser } from "@/lib/users/find-user";

export type NewOrganisation = {
  name: string; shortName?: string | null; kind: OrganisationKind; creditCode?: string | null; districtCode?: string | null; zones?: string[]; nature?: string | null;
  introduction?: string | null; address?: string | null; contactName?: string | null; contactPhone?: string | null;
  verified?: boolean; demo?: boolean; createdBy?: string | null;
};

/** "Shi li da xue" becomes "shilidaxue"; names without any letter get a number. */
export function slugOf(name: string): string {
  const letters = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive" }).join("").toLowerCase();
  const slug = letters.normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  return slug.length >= 2 ? slug : `org-${randomBytes(4).toString("hex")}`;
}

/** @throws Invalid naming the organisation that has this code already */
export async function assertCreditCodeFree(tx: Tx, creditCode: string | null | undefined, exceptId?: string): Promise<void> {
  if (!creditCode) return;
  const [owner] = await tx.select({ id: organisations.id, name: publicName() }).from(organisations).where(eq(organisations.creditCode, creditCode));
  if (owner && owner.id !== exceptId) throw new Invalid({ creditCode: { code: "credit_code_taken", values: { name: owner.name } } });
}

/** The row of a new organisation. Plain function for acts, the demo world and tests. */
export async function addOrganisation(tx: Tx, given: NewOrganisation): Promise<{ id: string; slug: string }> {
  const now = clock.now();
  const id = newId(now);
  const wanted = slugOf(given.shortName || given.name);
  // Names are given in order: two organisations of one name must not fail on their address.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`slug:${wanted}`}))`);
  const [taken] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, wanted));
  const slug = taken ? `${wanted}-${randomBytes(3).toString("hex")}` : wanted;
  const { verified, demo, ...columns } = given;
  await tx.insert(organisations).values({
    ...columns, id, slug, verification: verified ? "verified" : "unverified", verifiedName: verified ? given.name : null, verifiedAt: verified ? now : null, demo: demo ?? false, createdAt: now,
  });
  return { id, slug };
}

/**
 * Plain function: somebody belongs to an organisation from now on. Adds to the roles of whoever belongs already.
 * @throws Conflict `operator_no_reviewer`: whoever runs the platform does not judge what is published on it
 */
export async function addMember(tx: Tx, organisationId: string, userId: string, roles: Role[]): Promise<void> {
  const [organisation] = await tx.select({ kind: organisations.kind }).from(organisations).where(eq(organisations.id, organisationId));
  if (organisation?.kind === "bureau") {
    await lockUser(tx, userId);
    if ((await tx.$count(operators, eq(operators.userId, userId))) > 0) throw new Conflict("operator_no_reviewer");
  }
  await tx.insert(memberships).values({ organisationId, userId, roles, joinedAt: clock.now() })
    .onConflictDoUpdate({ target: [memberships.userId, memberships.organisationId], set: { roles: sql`(select array_agg(distinct role) from unnest(${memberships.roles} || excluded.roles) role)` } });
}
