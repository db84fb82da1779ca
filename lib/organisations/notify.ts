import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, operators, organisations, users } from "@/db/schema";
import type { SubjectKind } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";

type Organisation = { id: string; slug: string; name: string };

function subjectOf(event: StoredEvent, kind: SubjectKind): string | null {
  return event.subjects.find((subject) => subject.kind === kind)?.id ?? null;
}

async function organisationOf(tx: Tx, event: StoredEvent): Promise<Organisation | null> {
  const id = subjectOf(event, "organisation");
  if (!id) return null;
  const [row] = await tx.select({ id: organisations.id, slug: organisations.slug, name: organisations.name }).from(organisations).where(eq(organisations.id, id));
  return row ?? null;
}

async function nameOf(tx: Tx, userId: string | null): Promise<string> {
  if (!userId) return "";
  const [row] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return row?.name ?? "";
}

async function administratorsOf(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx.select({ userId: memberships.userId }).from(memberships).innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.suspendedAt), sql`${memberships.roles} @> array['administrator']`));
  return rows.map((row) => row.userId);
}

type Telling = Pick<Notice, "needsAction" | "href"> & { about?: "user" | "organisation"; mail?: boolean };

/** One notice for each administrator of the event's organisation. */
function toAdministrators(tell: (organisation: Organisation) => Telling): NonNullable<Recipients["member.left"]> {
  return async (tx, event) => {
    const organisation = await organisationOf(tx, event);
    if (!organisation) return [];
    const { about = "organisation", ...rest } = tell(organisation);
    const userId = subjectOf(event, "user") ?? event.actorId;
    const subject = about === "user" && userId ? { kind: "user" as const, id: userId } : { kind: "organisation" as const, id: organisation.id };
    const values = { organisation: organisation.name, person: await nameOf(tx, userId) };
    return (await administratorsOf(tx, organisation.id)).map((to) => ({ ...rest, userId: to, subject, values }));
  };
}

/** One notice for the person whom the event is about. */
function toThePerson(href: (organisation: Organisation) => string, mail = false): NonNullable<Recipients["member.left"]> {
  return async (tx, event) => {
    const organisation = await organisationOf(tx, event);
    const userId = subjectOf(event, "user");
    if (!organisation || !userId) return [];
    return [{ userId, needsAction: false, subject: { kind: "user", id: userId }, href: href(organisation), values: { organisation: organisation.name }, mail }];
  };
}

async function toOperators(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const organisation = await organisationOf(tx, event);
  if (!organisation) return [];
  const staff = await tx.select({ userId: operators.userId }).from(operators);
  return staff.map(({ userId }) => ({
    userId, needsAction: true, subject: { kind: "organisation", id: organisation.id }, href: `/operations/organisations/${organisation.id}`, values: { organisation: organisation.name },
  }));
}

/** A suspended person's organisations learn of it: their open deals are now in the administrators' hands. */
async function toAdministratorsOfPerson(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const userId = subjectOf(event, "user");
  if (!userId) return [];
  const person = await nameOf(tx, userId);
  const rows = await tx.select({ id: organisations.id, slug: organisations.slug, name: organisations.name }).from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId)).where(eq(memberships.userId, userId));
  const notices: Notice[] = [];
  for (const organisation of rows) {
    for (const to of await administratorsOf(tx, organisation.id)) {
      if (notices.some((notice) => notice.userId === to)) continue;
      notices.push({ userId: to, needsAction: false, subject: { kind: "user", id: userId }, href: `/o/${organisation.slug}/members`, values: { person, organisation: organisation.name } });
    }
  }
  return notices;
}

const members = (o: Organisation) => `/o/${o.slug}/members`;
const settings = (o: Organisation) => `/o/${o.slug}/settings`;

export const recipients: Recipients = {
  "organisation.verification_requested": toOperators,
  "organisation.verified": toAdministrators((o) => ({ needsAction: false, href: settings(o), mail: true })),
  "organisation.verification_sent_back": toAdministrators((o) => ({ needsAction: true, href: settings(o), mail: true })),
  "organisation.suspended": toAdministrators(() => ({ needsAction: false, href: "/me", mail: true })),
  "organisation.restored": toAdministrators((o) => ({ needsAction: false, href: `/o/${o.slug}` })),
  "member.join_requested": toAdministrators((o) => ({ needsAction: true, href: members(o), about: "user" })),
  "member.join_accepted": toThePerson((o) => `/o/${o.slug}`, true),
  "member.join_declined": toThePerson(() => "/me", true),
  "member.invitation_accepted": toAdministrators((o) => ({ needsAction: false, href: members(o) })),
  "member.roles_changed": toThePerson((o) => `/o/${o.slug}`),
  "member.removed": toThePerson(() => "/me"),
  "member.left": toAdministrators((o) => ({ needsAction: false, href: members(o) })),
  "user.suspended": toAdministratorsOfPerson,
  "user.restored": toAdministratorsOfPerson,
};
