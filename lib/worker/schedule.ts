import type { JobHelpers, TaskList } from "graphile-worker";
import { compareWaiting } from "@/lib/checkups/store";
import { clock } from "@/lib/core/clock";
import { forgetStale, sendDigests } from "@/lib/digests/tell";
import { sweepBytes } from "@/lib/files/sweep";
import { expireInterests } from "@/lib/interests/expire";
import { runPendingImports } from "@/lib/contracts/imports/run-import";
import { refreshMatches } from "@/lib/matching/refresh";
import { followVectors } from "@/lib/matching/vector-report";
import { sendMails } from "@/lib/notifications/send-mails";
import { readStale } from "@/lib/readings/store";
import { applyDictionary, dictionaryWaits } from "@/lib/search/apply-dictionary";
import { prepareSearch } from "@/lib/search/prepare";
import { forgetOldKeys } from "@/lib/jobs/forget-keys";

/** What time itself causes. Graphile Worker reads these lines in UTC: 18:30 is half past two at night in Harbin. Deadlines are decided by the acts. */
export const crontab = [
  // Every job has a key: while one runs, one more waits, not one for every minute; and a job without a key is one that was superseded.
  "* * * * * follow ?jobKey=follow",
  "*/10 * * * * expire-interests ?jobKey=expire-interests",
  "*/10 * * * * prepare-search ?jobKey=prepare-search",
  // Digests gather for a minute at least, whatever the settings say.
  "* * * * * send-digests ?jobKey=send-digests",
  "0 18 * * * forget-stale ?jobKey=forget-stale",
  // One at a time; the round of "follow" that wrote a mail asks at once. This one finds those whose next attempt has come.
  "* * * * * send-mails ?jobKey=send-mails&queue=mails",
  // An import is carried on by the event of its confirmation; this picks up what a restore or a known refusal left behind.
  "*/10 * * * * run-imports ?jobKey=run-imports",
  // What an open editor saved since its one event.
  "* * * * * read-stale ?jobKey=read-stale",
  // One at a time in the whole installation; the round that follows a request starts it at once.
  "* * * * * apply-dictionary ?jobKey=apply-dictionary&queue=dictionary",
  // One at a time: learning anew takes a quarter of a minute.
  "*/5 * * * * keep-vectors ?jobKey=keep-vectors&queue=vectors",
  "30 18 * * * refresh-matches ?jobKey=refresh-matches",
  "10 19 * * * sweep-files ?jobKey=sweep-files",
  "15 * * * * forget-keys ?jobKey=forget-keys",
].join("\n");

export const tasks: TaskList = {
  "expire-interests": async () => void (await expireInterests(clock.now())),
  "prepare-search": async (_payload, helpers) => { if (!(await prepareSearch())) await again(helpers, "prepare-search"); },
  "keep-vectors": async () => followVectors(),
  "refresh-matches": async () => void (await refreshMatches()),
  "send-digests": async () => void (await sendDigests()),
  "forget-stale": async () => forgetStale(),
  "send-mails": async () => sendMails(),
  "read-stale": async () => { await readStale(); await compareWaiting(); },
  "apply-dictionary": async (_payload, helpers) => {
    await applyDictionary();
    if (await dictionaryWaits()) await again(helpers, "apply-dictionary", "dictionary");
  },
  "forget-keys": async () => void (await forgetOldKeys(clock.now())),
  "sweep-files": async () => void (await sweepBytes(clock.now())),
  "run-imports": async () => void (await runPendingImports()),
};

/** Both bring the search index into order, and only one at a time may: the other gives way and comes back before its next hour. */
async function again(helpers: JobHelpers, task: string, queueName?: string): Promise<void> {
  await helpers.addJob(task, {}, { jobKey: `${task}-again`, runAt: new Date(Date.now() + 5_000), ...(queueName ? { queueName } : {}) });
}
