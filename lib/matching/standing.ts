import { sql, type SQL } from "drizzle-orm";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { standsToday } from "@/lib/organisations/dishonesty";

/**
 * What of a stored match may be shown now, whatever the table still says. Conditions on rows under the names that every
 * query here uses: `m` of matches, `n` and `a` the two records in public_listings.
 */

/** A need past its deadline is still read but no longer offered to anyone. @param alias of a row of public_listings */
export function stillOpen(alias: "n" | "a" | "p" | "o"): SQL {
  const deadline = sql.raw(`${alias}.deadline`);
  return sql`(${deadline} is null or ${deadline} >= ${todayInHarbin(clock.now())}::date)`;
}

/** Its owner, named or not, is not on the list of serious dishonesty (domain C1: a hard gate). @param alias of a row of public_listings or listings */
export function inGoodStanding(alias: "n" | "a" | "p" | "o" | "l"): SQL {
  return sql`not exists (select 1 from listings dl join dishonesty_marks d on d.organisation_id = dl.organisation_id where dl.id = ${sql.raw(`${alias}.id`)} and ${standsToday()})`;
}

/** Everything that a record must be to be offered to somebody. */
export function isOffered(alias: "n" | "a" | "p" | "o"): SQL {
  return sql`(${stillOpen(alias)} and ${inGoodStanding(alias)})`;
}

/**
 * The two versions that were compared are the two that are public. Otherwise what was said of them must not be shown:
 * a new version may keep back what the old one told (a budget), and its matching may have to wait for the search server.
 */
export const comparedAsPublic: SQL = sql`(m.need_version_id = n.version_id and m.achievement_version_id = a.version_id)`;
