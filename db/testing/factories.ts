import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { operators } from "@/db/schema";
import type { Membership, OrganisationKind, Person, Role } from "@/lib/core/actor";
import { addMember, addOrganisation } from "@/lib/organisations/add-organisation";
import { createUser } from "@/lib/users/create-user";
import { personOfUser } from "@/lib/users/sessions";

/** Nobody signs in with this hash; tests of passwords make their own. */
const unusable = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA";

function some(prefix: string): string {
  return `${prefix}${randomBytes(4).toString("hex")}`;
}

/** A person with a verified address. @returns the user's id and address */
export async function makeUser(given: { name?: string; email?: string; verified?: boolean; passwordHash?: string; demo?: boolean } = {}): Promise<{ id: string; email: string; name: string }> {
  const email = given.email ?? `${some("u")}@example.test`;
  const name = given.name ?? some("Person ");
  const id = await db().transaction((tx) => createUser(tx, { email, name, passwordHash: given.passwordHash ?? unusable, verified: given.verified ?? true, demo: given.demo ?? false }));
  return { id, email, name };
}

/** A verified organisation in Harbin; without members. */
export async function makeOrganisation(given: { kind?: OrganisationKind; name?: string; verified?: boolean; districtCode?: string | null; creditCode?: string | null } = {}): Promise<Membership> {
  const kind = given.kind ?? "university";
  const name = given.name ?? some("Organisation ");
  const { id, slug } = await db().transaction((tx) =>
    addOrganisation(tx, { name, kind, verified: given.verified ?? true, districtCode: given.districtCode === undefined ? "230103" : given.districtCode, creditCode: given.creditCode ?? null }));
  return { organisationId: id, slug, name, kind, verified: given.verified ?? true, roles: [] };
}

type Belonging = { organisation: { organisationId: string }; roles: Role[] };

/**
 * A person as the gate would build them: with memberships, acting for the first of them.
 * `makePerson({ organisation, roles: ["editor"] })`; several memberships as `in`.
 */
export async function makePerson(given: Partial<Belonging> & { in?: Belonging[]; name?: string; operator?: boolean; verified?: boolean } = {}): Promise<Person> {
  const user = await makeUser({ ...(given.name ? { name: given.name } : {}), verified: given.verified ?? true });
  const belongings = given.in ?? (given.organisation ? [{ organisation: given.organisation, roles: given.roles ?? ["administrator"] }] : []);
  await db().transaction(async (tx) => {
    for (const { organisation, roles } of belongings) await addMember(tx, organisation.organisationId, user.id, roles);
    if (given.operator) await tx.insert(operators).values({ userId: user.id, grantedAt: new Date() });
  });
  return reload(user.id);
}

/** The person as they stand in the database now (after roles or memberships changed). */
export async function reload(userId: string): Promise<Person> {
  const person = await personOfUser(userId);
  if (!person) throw new Error(`No active user ${userId}`);
  return person;
}
