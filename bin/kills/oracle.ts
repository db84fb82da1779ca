import type pg from "pg";
import { cleanText } from "@/lib/core/typed-text";
import { compareIndex } from "@/lib/search/reconcile";
import { readers } from "@/lib/worker/registry";
import type { Diary, Entry } from "./diary";
import type { Told } from "./writers";

/** What the oracle holds against the run. `rule` is one of the four of docs/decisions/0030. */
export type Finding = { rule: "diary" | "events" | "search" | "jobs"; what: string; count: number; examples: string[] };

class Findings {
  readonly found = new Map<string, Finding>();
  add(rule: Finding["rule"], what: string, example: string): void {
    const finding = this.found.get(what) ?? { rule, what, count: 0, examples: [] };
    finding.count += 1;
    if (finding.examples.length < 3) finding.examples.push(example);
    this.found.set(what, finding);
  }
}

type Listing = { id: string; kind: string; title: string; status: string; text: string; versions: number };

/** Compares what the clients were told with what is there, both ways. Everything must have come to rest before. */
export async function judge(client: pg.Client, diary: Diary, told: Told): Promise<Finding[]> {
  const findings = new Findings();
  for (const entry of diary.entries) {
    const said = entry.answer as { code?: string; fields?: unknown } | null;
    if (entry.outcome === "refused" && entry.expected === "ok") findings.add("diary", "a legal act was refused: something before it was lost or done twice", `${entry.act} ${said?.code} ${JSON.stringify(said?.fields ?? "")}`);
    if (entry.outcome === "ok" && entry.expected === "refused") findings.add("diary", "an act without a right was accepted", entry.act);
  }
  await judgeListings(client, told, findings);
  const interestOf = await judgeCourtships(client, told, findings);
  await judgeEvents(client, diary, interestOf, findings);
  const { missing, stale, surplus } = await compareIndex();
  for (const id of missing) findings.add("search", "public, but missing in the index", id);
  for (const id of stale) findings.add("search", "older in the index than in the rows", id);
  for (const id of surplus) findings.add("search", "in the index, but not public", id);
  return [...findings.found.values()];
}

async function judgeListings(client: pg.Client, told: Told, findings: Findings): Promise<void> {
  const { rows } = await client.query<Listing>(`
    select l.id, l.kind, l.status, max(coalesce(a.title, n.title)) as title, max(coalesce(a.description, n.problem)) as text, count(*)::int as versions
    from listings l join listing_versions v on v.listing_id = l.id
    left join achievement_versions a on a.version_id = v.id left join need_versions n on n.version_id = v.id group by l.id`);
  const byTitle = new Map<string, Listing[]>();
  for (const row of rows) byTitle.set(row.title, [...(byTitle.get(row.title) ?? []), row]);
  for (const story of told.stories) {
    const there = byTitle.get(story.title) ?? [];
    byTitle.delete(story.title);
    const [row] = there;
    if (there.length > 1 || (row && row.versions > 1)) findings.add("diary", "there more than once", story.title);
    if (!row) {
      if (!story.status.includes("none")) findings.add("diary", "acknowledged, but lost", `${story.title} (${story.status.join("/")})`);
      continue;
    }
    if (story.id && row.id !== story.id) findings.add("diary", "another record than the one that was acknowledged", story.title);
    if (!story.status.includes(row.status as never)) findings.add("diary", "acknowledged, but lost", `${story.title}: ${row.status} instead of ${story.status.join("/")}`);
    if (!story.text.some((text) => cleanText(text) === row.text)) findings.add("diary", "acknowledged, but lost", `${story.title}: another text than the last one saved`);
  }
  for (const title of byTitle.keys()) findings.add("diary", "there, but nobody sent it", title);
}

/** @returns ids of interests by their message */
async function judgeCourtships(client: pg.Client, told: Told, findings: Findings): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; message: string; target: string }>("select id, message, target_listing_id as target from interests");
  const byMessage = new Map<string, typeof rows>();
  for (const row of rows) byMessage.set(row.message, [...(byMessage.get(row.message) ?? []), row]);
  const ids = new Map(rows.map((row) => [row.message, row.id]));
  for (const { message, targetId, entry } of told.courtships) {
    const there = byMessage.get(message) ?? [];
    byMessage.delete(message);
    if (there.length > 1) findings.add("diary", "there more than once", message);
    if (entry.outcome === "ok" && (there[0]?.id !== (entry.answer as { id: string }).id || there[0]?.target !== targetId)) findings.add("diary", "acknowledged, but lost", message);
  }
  for (const message of byMessage.keys()) findings.add("diary", "there, but nobody sent it", message);
  return ids;
}

/** What an event of this name is mainly about; its other subjects only have it in their timelines too. */
const mainKind = (name: string): string => (name === "review.claimed" || name.endsWith(".approved") ? "review" : name.split(".")[0]!);

async function judgeEvents(client: pg.Client, diary: Diary, interestOf: Map<string, string>, findings: Findings): Promise<void> {
  const titles = await client.query<{ id: string; title: string }>(`
    select v.listing_id as id, coalesce(a.title, n.title) as title from listing_versions v
    left join achievement_versions a on a.version_id = v.id left join need_versions n on n.version_id = v.id`);
  const idOf = new Map(titles.rows.map((row) => [row.title, row.id]));
  const subject = ({ act, input, answer, outcome }: Entry): string | undefined => {
    if (act === "review.claimed") return (input.reviewIds as string[])[0];
    if (act.endsWith(".approved")) return input.reviewId as string;
    if (act.endsWith(".drafted")) return outcome === "ok" ? (answer as { id: string }).id : idOf.get(input.title as string);
    if (act === "interest.sent") return outcome === "ok" ? (answer as { id: string }).id : interestOf.get(input.message as string);
    return input.listingId as string;
  };
  const wanted = new Map<string, { least: number; most: number }>();
  for (const entry of diary.entries) {
    const about = subject(entry);
    if (entry.outcome === "refused" || !about) continue;
    const made = entry.act.endsWith(".drafted") || entry.act === "interest.sent"; // then its row is there, so its event must be
    const key = `${entry.act} ${about}`;
    const before = wanted.get(key) ?? { least: 0, most: 0 };
    wanted.set(key, { least: before.least + (entry.outcome === "ok" || made ? 1 : 0), most: before.most + 1 });
  }
  const { rows } = await client.query<{ id: string; name: string; subjects: { kind: string; id: string }[] }>(`
    select e.id, e.name, coalesce(json_agg(json_build_object('kind', s.kind, 'id', s.subject_id)) filter (where s.event_id is not null), '[]') as subjects
    from events e left join event_subjects s on s.event_at = e.at and s.event_id = e.id
    where e.actor_kind = 'person' -- the worker acts too (digests, deadlines); nobody sent that
    group by e.at, e.id`);
  const counted = new Map<string, number>();
  for (const { id, name, subjects } of rows) {
    const key = `${name} ${subjects.find((one) => one.kind === mainKind(name))?.id ?? id}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  for (const [key, { least, most }] of wanted) {
    const there = counted.get(key) ?? 0;
    counted.delete(key);
    if (there < least) findings.add("events", "acts without their event", key);
    if (there > most) findings.add("events", "more events than acts", key);
  }
  for (const key of counted.keys()) findings.add("events", "events of acts that nobody sent", key);
}

/**
 * Why the installation has not come to rest; empty when it has.
 * @param calculating true: also what slow readers (matching) and the jobs still have to do; superseded jobs are cleared every minute
 */
export async function unrest(client: pg.Client, calculating: boolean): Promise<string[]> {
  const { rows: [row] } = await client.query<{ inbox: number; newest: number; cursors: Record<string, number> | null; postponed: number; stuck: number; dead: number; waiting: number; mails: number }>(`
    select (select count(*) from event_inbox)::int as inbox,
      (select coalesce(max(position), 0) from event_positions)::int as newest,
      (select json_object_agg(reader, position) from cursors) as cursors,
      (select count(*) from postponed)::int as postponed,
      (select count(*) from graphile_worker.jobs where locked_by is not null and locked_by not in (
        select l.worker_id from worker_leases l join pg_locks p on p.locktype = 'advisory' and p.classid = 41503 and p.objid = l.lock_key and p.granted))::int as stuck,
      (select count(*) from graphile_worker.jobs where attempts >= max_attempts and locked_by is null)::int as dead,
      (select count(*) from graphile_worker.jobs where task_identifier = 'follow' and run_at <= now() and attempts < max_attempts)::int as waiting,
      (select count(*) from mails where sent_at is null)::int as mails`);
  if (!row) return ["no answer"];
  const late = readers.filter(({ name, slow }) => (calculating || !slow) && (row.cursors?.[name] ?? 0) < row.newest).map(({ name }) => `${name} at ${row.cursors?.[name] ?? 0} of ${row.newest}`);
  return [
    ...(row.inbox > 0 ? [`${row.inbox} events in the inbox`] : []),
    ...(late.length > 0 ? [`readers behind: ${late.join(", ")}`] : []),
    ...(calculating && row.postponed > 0 ? [`${row.postponed} records put off by readers`] : []),
    ...(row.stuck > 0 ? [`${row.stuck} jobs locked by a dead worker`] : []),
    ...(calculating && row.dead > 0 ? [`${row.dead} dead jobs`] : []),
    ...(calculating && row.waiting > 0 ? [`${row.waiting} follow jobs not done`] : []),
    ...(row.mails > 0 ? [`${row.mails} mails not sent`] : []),
  ];
}
