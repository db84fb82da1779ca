import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { bureauMembership, mayAtBureau, visitor, type Actor, type Membership, type Person, type Right } from "@/lib/core/actor";
import { personOfSession } from "@/lib/users/sessions";
import { readSessionId } from "./auth";

/** Who sends this request. One query per request, however many parts of the page ask. */
export const maybeActor = cache(async (): Promise<Actor> => {
  const sid = await readSessionId();
  if (!sid) return visitor;
  return (await personOfSession(sid)) ?? visitor;
});

/** Only paths of our own: an address of another host must never come out of a sign-in link. */
export function ownPath(next: unknown): string | null {
  if (typeof next !== "string" || !next.startsWith("/") || next.startsWith("//") || next.startsWith("/\\")) return null;
  if (/[\u0000-\u001f\\]/.test(next)) return null;
  return next;
}

export function signInPath(next: string | null): string {
  return next && next !== "/" ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
}

/** The signed-in person; anybody else is led to the sign-in page and comes back afterwards. */
export async function requirePerson(): Promise<Person> {
  const actor = await maybeActor();
  if (actor.kind === "person") return actor;
  // `x-path` is written by proxy.ts where it exists; without it one lands on the desk.
  redirect(signInPath(ownPath((await headers()).get("x-path"))));
}

export type ActingPerson = Person & { acting: Membership };

export function actingFor(person: Person, membership: Membership): ActingPerson {
  return { ...person, acting: membership };
}

/** A member of the organisation in the address; for strangers it does not exist. The same object for every part of a page, so that what is asked for it is asked once. */
export const requireActing = cache(async (slug: string): Promise<ActingPerson> => {
  const person = await requirePerson();
  const membership = person.memberships.find((m) => m.slug === slug);
  if (!membership) notFound();
  return actingFor(person, membership);
});

/** A member of the bureau, acting for it. `right`: only those who hold it. */
export async function requireBureau(right?: Right): Promise<ActingPerson> {
  const person = await requirePerson();
  const membership = bureauMembership(person);
  if (!membership || (right && !mayAtBureau(person, right))) notFound();
  return actingFor(person, membership);
}

/** Platform staff. For everybody else the pages of operations do not exist. */
export async function requireOperator(): Promise<Person> {
  const person = await requirePerson();
  if (!person.operator) notFound();
  return person;
}
