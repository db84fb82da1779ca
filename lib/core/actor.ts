/**
 * Who acts. Built by the gate from a session (or by a job, a seed, a test), never from input.
 * Pure and client-safe: policies import it.
 */
export const roles = ["administrator", "editor", "viewer", "reviewer", "director"] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = ["university", "enterprise", "agency", "bureau"] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export type Membership = {
  organisationId: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  verified: boolean;
  roles: Role[];
};

export type Visitor = { kind: "visitor" };
export type Person = {
  kind: "person";
  userId: string;
  name: string;
  emailVerified: boolean;
  operator: boolean;
  /** Approved broker profile, if any. */
  brokerId: string | null;
  memberships: Membership[];
  /** Organisations to which this person belongs that are suspended: they give no right, but what is theirs is still no stranger's. */
  dormant?: readonly string[];
  /** The version of the terms they agreed to last. */
  agreedTo?: string;
  /** The organisation in whose name this person acts now; always one of `memberships`. */
  acting: Membership | null;
};
export type System = { kind: "system"; job: string };
export type Actor = Visitor | Person | System;

export const visitor: Visitor = { kind: "visitor" };

export function system(job: string): System {
  return { kind: "system", job };
}

/** What each role may do inside its organisation: the union over a person's roles counts. */
const rights = {
  administrator: ["write", "decide", "members"],
  editor: ["write", "decide"],
  viewer: [],
  reviewer: ["review"],
  director: ["review", "targets", "oversee"],
} as const satisfies Record<Role, readonly string[]>;

export type Right = "write" | "decide" | "members" | "review" | "targets" | "oversee";

function holds(membership: Membership | null | undefined, right: Right): boolean {
  return !!membership && membership.roles.some((role) => (rights[role] as readonly string[]).includes(right));
}

export function membershipOf(actor: Actor, organisationId: string | null | undefined): Membership | null {
  if (actor.kind !== "person" || !organisationId) return null;
  return actor.memberships.find((m) => m.organisationId === organisationId) ?? null;
}

export function isMember(actor: Actor, organisationId: string | null | undefined): boolean {
  return membershipOf(actor, organisationId) !== null;
}

/** A member, also of an organisation that is suspended: for whoever must not judge their own. */
export function belongsTo(actor: Actor, organisationId: string | null | undefined): boolean {
  return isMember(actor, organisationId) || (actor.kind === "person" && !!organisationId && (actor.dormant ?? []).includes(organisationId));
}

/** All organisations of which `belongsTo` is true. */
export function organisationsOf(actor: Person): string[] {
  return [...actor.memberships.map((one) => one.organisationId), ...(actor.dormant ?? [])];
}

/** May this actor use `right` in the name of that organisation? */
export function may(actor: Actor, right: Right, organisationId: string | null | undefined): boolean {
  return holds(membershipOf(actor, organisationId), right);
}

/** The bureau membership of a person, whatever organisation they act for now. */
export function bureauMembership(actor: Actor): Membership | null {
  if (actor.kind !== "person") return null;
  return actor.memberships.find((m) => m.kind === "bureau") ?? null;
}

/** Any member of the bureau: may look at what the bureau looks at. */
export function isBureau(actor: Actor): boolean {
  return bureauMembership(actor) !== null;
}

export function mayAtBureau(actor: Actor, right: Right): boolean {
  return holds(bureauMembership(actor), right);
}

export function isOperator(actor: Actor): boolean {
  return actor.kind === "person" && actor.operator;
}

export function userIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.userId : null;
}
