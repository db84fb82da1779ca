import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, operators, organisations, users } from "@/db/schema";
import type { SubjectKind } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";
import { administratorsOf, bureauReviewers } from "./deciders";

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

type Telling = Pick<Notice, "needsAction" | "href" | "to"> & { about?: "user" | "organisation"; mail?: boolean };

/** One notice for each administrator of the event's organisation. */
function toAdministrators(tell: (organisation: Organisation) => Telling): NonNullable<Recipients["member.left"]> {
  return async (tx, event) => {
    const organisation = await organisationOf(tx, event);
    if (!organisation) return [];
    const { about = "organisation", ...rest } = tell(organisation);
    const userId = subjectOf(event, "user") ?? event.actorId;
    const subject = about === "user" && userId ? { kind: "user" as const, id: userId } : { kind: "organisation" as const, id: organisation.id };
    const values = { organisation: organisation.name, person: await nameOf(tx, userId) };
    return (await administratorsOf(tx, organisation.id)).map(({ userId: to }) => ({ ...rest, userId: to, subject, values }));
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

/** What a suspended or restored person's organisations learn: who has their deals in hand. */
async function toAdministratorsOfPerson(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const userId = subjectOf(event, "user");
  if (!userId) return [];
  const person = await nameOf(tx, userId);
  const rows = await tx.select({ id: organisations.id, slug: organisations.slug, name: organisations.name }).from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId)).where(eq(memberships.userId, userId));
  const notices: Notice[] = [];
  for (const organisation of rows) {
    for (const { userId: to } of await administratorsOf(tx, organisation.id)) {
      notices.push({ userId: to, needsAction: false, subject: { kind: "user", id: userId }, href: `/o/${organisation.slug}/members`, values: { person, organisation: organisation.name } });
    }
  }
  return notices;
}

/** The person of whom it is told, in words of their own. By mail, too: who is out does not look into an inbox here. */
async function toWhomItConcerns(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const userId = subjectOf(event, "user");
  return userId ? [{ userId, to: "person", needsAction: false, subject: { kind: "user", id: userId }, href: "/me", values: {}, mail: true }] : [];
}

/** Reviews that went back to the queue are everybody's who may take them: one notice for all of them. */
async function toReviewers(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const userId = subjectOf(event, "user") ?? event.actorId;
  const count = Number(event.facts.returnedReviews ?? 0);
  if (!userId || count === 0) return [];
  const person = await nameOf(tx, userId);
  return (await bureauReviewers(tx)).map((one) => ({ userId: one.userId, to: "reviewer", needsAction: false, subject: { kind: "user", id: userId }, href: "/review", values: { person, count } }));
}

/** Everybody is told once; of two sentences for one person the first stands. */
function all(...tellings: NonNullable<Recipients["member.left"]>[]): NonNullable<Recipients["member.left"]> {
  return async (tx, event) => {
    const notices: Notice[] = [];
    for (const tell of tellings) notices.push(...(await tell(tx, event)));
    return notices.filter((notice, at) => notices.findIndex((one) => one.userId === notice.userId) === at);
  };
}

/** Only what has to be compared anew concerns anybody else: until then the organisation neither publishes nor signs. */
function whereAnew(tell: NonNullable<Recipients["member.left"]>): NonNullable<Recipients["member.left"]> {
  return async (tx, event) => (event.facts.anew === true ? tell(tx, event) : []);
}

const members = (o: Organisation) => `/o/${o.slug}/members`;
const settings = (o: Organisation) => `/o/${o.slug}/settings`;

export const recipients: Recipients = {
  "organisation.verification_requested": toOperators,
  "organisation.profile_changed": whereAnew(all(toOperators, toAdministrators((o) => ({ needsAction: false, href: settings(o), to: "administrator" })))),
  "organisation.verified": toAdministrators((o) => ({ needsAction: false, href: settings(o), mail: true })),
  "organisation.verification_sent_back": toAdministrators((o) => ({ needsAction: true, href: settings(o), mail: true })),
  "organisation.suspended": toAdministrators(() => ({ needsAction: false, href: "/me", mail: true })),
  "organisation.dishonesty_marked": toAdministrators((o) => ({ needsAction: false, href: `/o/${o.slug}`, mail: true })),
  "organisation.dishonesty_ended": toAdministrators((o) => ({ needsAction: false, href: `/o/${o.slug}`, mail: true })),
  "organisation.restored": toAdministrators((o) => ({ needsAction: false, href: `/o/${o.slug}` })),
  "member.join_requested": toAdministrators((o) => ({ needsAction: true, href: members(o), about: "user" })),
  "member.join_accepted": toThePerson((o) => `/o/${o.slug}`, true),
  "member.join_declined": toThePerson(() => "/me", true),
  "member.invitation_accepted": toAdministrators((o) => ({ needsAction: false, href: members(o) })),
  "member.roles_changed": all(toThePerson((o) => `/o/${o.slug}`), toReviewers),
  "member.removed": all(toThePerson(() => "/me", true), toReviewers, toAdministrators((o) => ({ needsAction: false, href: members(o), about: "user", to: "administrator" }))),
  "member.left": all(toReviewers, toAdministrators((o) => ({ needsAction: false, href: members(o) }))),
  "user.suspended": all(toWhomItConcerns, toReviewers, toAdministratorsOfPerson),
  "user.restored": all(toWhomItConcerns, toAdministratorsOfPerson),
};
