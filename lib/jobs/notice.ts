import type { Tx } from "@/db/client";
import type { MailLine } from "@/db/schema";
import type { EventName, SubjectKind } from "@/lib/events/names";
import type { StoredEvent } from "./cursors";

/** One line in one person's inbox. `values` fill the sentence of the catalog `notices`; `href` is where to act. */
export type Notice = {
  userId: string;
  /** Whom of several the event tells: chooses another sentence (`member__removed__administrator`). */
  to?: string;
  /** True: stays under 需要办理 until somebody settles the subject; false: only for information. */
  needsAction: boolean;
  subject: { kind: SubjectKind; id: string };
  href: string;
  values: Record<string, string | number>;
  /** Also send it by mail. */
  mail?: boolean;
  /** What the mail lists below its sentence; keys of the catalog `digests.line`. */
  lines?: MailLine[];
};

/** A room's answer to "who is told": a reader of the event, after the fact; it never writes. */
export type Recipients = Partial<Record<EventName, (tx: Tx, event: StoredEvent) => Promise<Notice[]>>>;
