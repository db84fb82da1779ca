import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import { mails } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, NotFound } from "@/lib/core/errors";
import { mailRef } from "./input";
import { canSendAgain } from "./policy";

/** A mail that failed is tried with the next round, also one that was given up; if it fails once more, its age decides as before. */
export const sendAgain = command({
  name: "mail.sending_requested",
  input: mailRef,
  async find(tx, actor, input) {
    if (!canSendAgain(actor)) throw new NotFound();
    const [mail] = await tx.select({ id: mails.id, template: mails.template }).from(mails).where(eq(mails.id, input.mailId));
    if (!mail) throw new NotFound();
    return mail;
  },
  allow: canSendAgain,
  async run({ tx, subject: mail }) {
    const [released] = await tx.update(mails).set({ nextAttemptAt: null, givenUpAt: null })
      .where(and(eq(mails.id, mail.id), isNull(mails.sentAt), or(isNotNull(mails.nextAttemptAt), isNotNull(mails.givenUpAt)))).returning({ id: mails.id });
    if (!released) throw new Conflict("changed_meanwhile");
    // The address stays out of the history, which is kept for ever.
    return { result: null, subjects: [], facts: { mail: mail.id, template: mail.template } };
  },
});
