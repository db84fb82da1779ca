const FIRST_WAIT = 30_000;
/** Shorter than a link in a mail is good for: after an outage a reset still leads somewhere. */
const LONGEST_WAIT = 600_000;
/** Beyond this a mail says nothing that its reader has not found in their inbox; SMTP servers give up at such an age too. */
const GIVEN_UP_AFTER = 3 * 86_400_000;

/**
 * When a mail is tried again that has just failed. By its age and not by a count: an outage is as long as it is.
 * @param failures how often it has failed by now, this time included
 * @returns null when it is given up; whatever its age, it has then been tried once
 */
export function nextAttempt(writtenAt: Date, failures: number, now: Date): Date | null {
  if (now.getTime() - writtenAt.getTime() >= GIVEN_UP_AFTER) return null;
  return new Date(now.getTime() + Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT));
}
