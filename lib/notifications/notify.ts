import { and, eq, gt, inArray, isNull, like, lt, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mails, memberships, notifications, operators, organisations, users } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice } from "@/lib/jobs/notice";
import { recipients } from "./recipients";
import { settledBy, settles } from "./settled-by";

/** Reader of events: settles what has been done, then tells those who have to know. Twice delivered is once done. */
export async function notify(tx: Tx, batch: StoredEvent[]): Promise<void> {
  for (const event of batch) {
    await settle(tx, event);
    await settleOfLeaver(tx, event);
    const notices = (await recipients[event.name]?.(tx, event)) ?? [];
    for (const notice of notices) {
      if (notice.userId === event.actorId) continue;
      if (notice.needsAction && !settledBy[event.name]) throw new Error(`nothing settles what ${event.name} asks for`);
      const kind = notice.to ? `${event.name}.${notice.to}` : event.name;
      const [made] = await tx.insert(notifications).values({
        id: newId(), userId: notice.userId, eventId: event.id, eventAt: event.at, kind,
        needsAction: notice.needsAction ? 1 : 0, subjectKind: notice.subject.kind, subjectId: notice.subject.id,
        href: notice.href, values: notice.values, createdAt: event.at,
      }).onConflictDoNothing().returning({ id: notifications.id });
      if (made && notice.mail && !(await hasSaidEnough(tx, event, kind, notice))) await queueMail(tx, made.id, kind, notice);
    }
  }
}

/** What this event has done no longer waits for anybody. */
async function settle(tx: Tx, event: StoredEvent): Promise<void> {
  const kinds = settles(event.name);
  if (kinds.length === 0 || event.subjects.length === 0) return;
  const about = event.subjects.map((s) => and(eq(notifications.subjectKind, s.kind), eq(notifications.subjectId, s.id)));
  const [broker, page] = [brokerOf(event), await pageOf(tx, event)];
  await tx.update(notifications).set({ doneAt: clock.now() })
    .where(and(eq(notifications.needsAction, 1), isNull(notifications.doneAt), lt(notifications.eventAt, event.at), inArray(notifications.kind, kinds), or(...about),
      broker ? eq(notifications.userId, broker) : undefined, page ? eq(notifications.href, page) : undefined));
}

/** Who asks several organisations to join is answered by each of them. */
async function pageOf(tx: Tx, event: StoredEvent): Promise<string | null> {
  const organisationId = event.name.startsWith("member.") ? event.subjects.find((subject) => subject.kind === "organisation")?.id : undefined;
  const [organisation] = organisationId ? await tx.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, organisationId)) : [];
  return organisation ? `/o/${organisation.slug}/members` : null;
}

/** A broker who comes or goes settles what they were asked, not what the sides of the deal wait for. */
function brokerOf(event: StoredEvent): string | null {
  if (event.name === "deal.broker_dismissed") return event.subjects.find((subject) => subject.kind === "user")?.id ?? null;
  return event.name === "deal.broker_joined" || event.name === "deal.broker_declined" || event.name === "deal.broker_left" ? event.actorId : null;
}

/** Where the bureau's own pages are; those of every other organisation lie under its slug. */
const bureauPages = ["/review", "/registrations", "/ledger", "/integrity", "/cockpit", "/indicators", "/brokers/applications"];

/** Where the operators' pages are. */
const operatorPages = ["/operations", "/brokers/applications"];

/**
 * What waited for somebody in the name of an organisation is no longer theirs to do once they have left it, or may only
 * look on; it still waits for the others. So with what waited for an operator. Whoever is back by now keeps it.
 */
async function settleOfLeaver(tx: Tx, event: StoredEvent): Promise<void> {
  if (event.name === "user.operator_revoked") {
    const person = event.subjects.find((s) => s.kind === "user")?.id;
    if (person && (await tx.$count(operators, eq(operators.userId, person))) === 0) await settleUnder(tx, event, person, operatorPages);
    return;
  }
  const left = event.name === "member.left" || event.name === "member.removed";
  if (!left && event.name !== "member.roles_changed") return;
  const [userId, organisationId] = [event.subjects.find((s) => s.kind === "user")?.id, event.subjects.find((s) => s.kind === "organisation")?.id];
  if (!userId || !organisationId) return;
  const [organisation] = await tx.select({ slug: organisations.slug, kind: organisations.kind, roles: memberships.roles }).from(organisations)
    .leftJoin(memberships, and(eq(memberships.organisationId, organisations.id), eq(memberships.userId, userId))).where(eq(organisations.id, organisationId));
  if (!organisation || organisation.roles?.some((role) => role !== "viewer")) return;
  await settleUnder(tx, event, userId, [`/o/${organisation.slug}`, ...(organisation.kind === "bureau" ? bureauPages : [])]);
}

/** Whatever waits for this person behind one of these addresses waits no longer. */
async function settleUnder(tx: Tx, event: StoredEvent, userId: string, pages: readonly string[]): Promise<void> {
  const under = pages.flatMap((page) => [eq(notifications.href, page), like(notifications.href, `${page}/%`), like(notifications.href, `${page}?%`)]);
  await tx.update(notifications).set({ doneAt: clock.now() })
    .where(and(eq(notifications.userId, userId), eq(notifications.needsAction, 1), isNull(notifications.doneAt), lt(notifications.eventAt, event.at), or(...under)));
}

/** So often within an hour the same is mailed to somebody about the same thing; whoever asks and takes back again and again fills an inbox here, and no mailbox. */
const mailsPerHour = 3;

async function hasSaidEnough(tx: Tx, event: StoredEvent, kind: string, { userId, subject }: Notice): Promise<boolean> {
  const before = await tx.$count(notifications, and(
    eq(notifications.subjectKind, subject.kind), eq(notifications.subjectId, subject.id), eq(notifications.userId, userId), eq(notifications.kind, kind),
    gt(notifications.createdAt, new Date(event.at.getTime() - 3_600_000)),
  ));
  return before > mailsPerHour;
}

/** An address that nobody has confirmed may be a stranger's: the platform mails it only what was asked for with it (lib/users/credential-request.ts). */
async function queueMail(tx: Tx, id: string, kind: string, { userId, values, href, lines }: Notice): Promise<void> {
  const [user] = await tx.select({ email: users.email, demo: users.demo, emailVerifiedAt: users.emailVerifiedAt }).from(users).where(eq(users.id, userId));
  if (!user?.emailVerifiedAt || user.demo) return;
  await tx.insert(mails).values({ id, toAddress: user.email, template: "notice", values: { ...values, kind, href }, lines: lines ?? null, createdAt: clock.now() }).onConflictDoNothing();
}
