import { eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { operators, users } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";

/** Who runs the platform concerns the person themselves and everybody who runs it: nobody is made or unmade unseen. */
function tellStaff(page: string) {
  return async (tx: Tx, event: StoredEvent): Promise<Notice[]> => {
    const userId = event.subjects.find((subject) => subject.kind === "user")?.id;
    const [person] = userId ? await tx.select({ name: users.name }).from(users).where(eq(users.id, userId)) : [];
    if (!userId || !person) return [];
    const staff = await tx.select({ userId: operators.userId }).from(operators).innerJoin(users, eq(users.id, operators.userId)).where(isNull(users.suspendedAt));
    const about = { needsAction: false, subject: { kind: "user" as const, id: userId }, values: { person: person.name } };
    return [
      { ...about, userId, to: "person", href: page, mail: true },
      ...staff.filter((one) => one.userId !== userId).map((one) => ({ ...about, userId: one.userId, href: "/operations/operators", mail: true })),
    ];
  };
}

export const recipients: Recipients = {
  "user.operator_granted": tellStaff("/operations"),
  "user.operator_revoked": tellStaff("/me"),
};
