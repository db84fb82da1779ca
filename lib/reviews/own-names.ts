import { inArray, sql, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { organisations } from "@/db/schema";
import { institutionNamed } from "@/lib/codes/institutions";
import type { Actor } from "@/lib/core/actor";

/** Names are compared without case, width, blanks and punctuation. */
const bare = (name: string): SQL => sql.raw(`lower(regexp_replace(normalize(${name}, NFKC), '[[:space:][:punct:]·]', '', 'g'))`);
/** Shorter ones only as a whole: two characters stand in too many names. */
const tellingLength = 3;

/**
 * Which of the actor's organisations stand in a list of names (an expression of type text[]): for whoever must not judge what concerns them
 * and is named there only as text. One within a longer one counts, too (a school of a university): to stand aside without need does less
 * harm than to judge one's own. The bureau judges everything and owns nothing here: naming it must not keep all of its people away.
 */
export async function ownNamedIn(reader: Reader, actor: Actor, names: SQL): Promise<SQL<string[]>> {
  const mine = actor.kind === "person" ? [...actor.memberships.filter((one) => one.kind !== "bureau").map((one) => one.organisationId), ...(actor.dormant ?? [])] : [];
  const known = mine.length === 0 ? [] : await reader.select({ id: organisations.id, name: organisations.name, verifiedName: organisations.verifiedName, shortName: organisations.shortName }).from(organisations).where(inArray(organisations.id, mine));
  const called = known.flatMap(({ id, name, verifiedName, shortName }) =>
    [name, verifiedName, shortName, ...(institutionNamed(verifiedName ?? name)?.aliases ?? [])].flatMap((one) => (one ? [{ id, one }] : [])));
  if (called.length === 0) return sql<string[]>`'{}'::uuid[]`;
  const own = sql`unnest(${sql.param(called.map(({ id }) => id))}::uuid[], ${sql.param(called.map(({ one }) => one))}::text[]) own (id, name)`;
  return sql<string[]>`(select coalesce(array_agg(distinct own.id), '{}') from ${own}, unnest(${names}) named (name)
    where ${bare("own.name")} <> '' and (${bare("named.name")} = ${bare("own.name")} or length(${bare("own.name")}) >= ${tellingLength} and position(${bare("own.name")} in ${bare("named.name")}) > 0))`;
}
