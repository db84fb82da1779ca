import { eq } from "drizzle-orm";
import type { MailLine } from "@/db/schema";
import { digests } from "@/db/schema";
import type { Tx } from "@/db/client";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";
import { hitsOfDigest, matchesOfDigest } from "./queries";

/** Lines of one mail; the page of the digest holds the rest. */
const longest = 12;

/** The digest's own person, with what it is about line by line: best matches first, then what the searches found. */
async function toReader(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const id = String(event.facts.digest);
  const [digest] = await tx.select({ userId: digests.userId }).from(digests).where(eq(digests.id, id));
  if (!digest) return [];
  const [matches, hits] = [await matchesOfDigest(tx, id, longest), await hitsOfDigest(tx, id, longest)];
  const lines: MailLine[] = [
    ...matches.map((match) => ({ key: `match_${match.level}`, values: { own: match.own.title, title: match.other.title }, href: `/o/${match.slug}/matches/${match.own.id}/${match.other.id}` })),
    ...hits.map((hit) => ({ key: "hit", values: { search: hit.search, title: hit.title }, href: `/${hit.kind}s/${hit.id}` })),
  ].slice(0, longest);
  const [m, h] = [Number(event.facts.matches ?? 0), Number(event.facts.hits ?? 0)];
  return [{
    userId: digest.userId, needsAction: false, mail: true, subject: { kind: "digest", id }, href: `/me/digests/${id}`,
    values: { matches: m, hits: h, both: m > 0 && h > 0 ? "yes" : "no" }, lines,
  }];
}

export const recipients: Recipients = { "digest.told": toReader };
