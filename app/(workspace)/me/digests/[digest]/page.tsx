import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { Chip } from "@/app/_components/ui/chip";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { formatDate, formatDateTime } from "@/lib/core/dates";
import { getDigest, type DigestMatch } from "@/lib/digests/queries";

type Props = { params: Promise<{ digest: string }> };

async function load({ params }: Props) {
  const [actor, { digest }] = await Promise.all([requirePerson(), params]);
  return found(getDigest(actor, digest));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await getTranslations("digests"))("heading", { date: formatDate((await load(props)).toldAt) }) };
}

function groupBy<T>(rows: T[], key: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
}

/** Everything one digest told: new matches by own record, then what each saved search has found. */
export default async function DigestPage(props: Props) {
  const digest = await load(props);
  const [t, inbox] = await Promise.all([getTranslations("digests"), getTranslations("inbox")]);
  return (
    <div className="grid max-w-[60rem] gap-5">
      <Breadcrumbs items={[{ label: inbox("title"), href: "/me/inbox?tab=known" }, { label: t("title") }]} />
      <header className="grid gap-1">
        <h1>{t("heading", { date: formatDate(digest.toldAt) })}</h1>
        <p className="text-ink-2">{t("toldAt", { time: formatDateTime(digest.toldAt) })}</p>
      </header>
      {digest.matches.length + digest.hits.length === 0 ? <EmptyState sentence={t("gone")} /> : null}
      {digest.matches.length > 0 ? <h2>{t("matches", { count: digest.matches.length })}</h2> : null}
      {groupBy(digest.matches, (match) => match.own.id).map((group) => <MatchesOf key={group[0]!.own.id} group={group} />)}
      {groupBy(digest.hits, (hit) => hit.searchId).map((group) => (
        <section key={group[0]!.searchId} className="panel grid gap-3">
          <h2 className="flex flex-wrap items-baseline justify-between gap-3 text-h3">
            {t("hits", { name: group[0]!.search, count: group.length })}
            <Link className="text-dense font-normal" href={`/me/subscriptions/${group[0]!.searchId}`}>{t("toSearch")}</Link>
          </h2>
          <ul className="ledger">
            {group.map((hit) => (
              <li key={hit.id} className="flex flex-wrap gap-x-3"><span className="text-dense text-ink-3">{t(`kind.${hit.kind}`)}</span><Link href={`/${hit.kind}s/${hit.id}`}>{hit.title}</Link><span className="text-dense text-ink-3">{hit.organisationName}</span></li>
            ))}
          </ul>
        </section>
      ))}
      <p><Link className="link" href="/me/inbox/settings">{t("settings")}</Link></p>
    </div>
  );
}

async function MatchesOf({ group }: { group: DigestMatch[] }) {
  const t = await getTranslations("digests");
  const { own, slug } = group[0]!;
  return (
    <section className="panel grid gap-3">
      <h3 className="flex flex-wrap items-baseline justify-between gap-3 text-h3">
        {t("for", { kind: t(`kind.${own.kind}`), title: own.title })}
        <Link className="text-dense font-normal" href={`/o/${slug}/matches/${own.id}`}>{t("toMatches")}</Link>
      </h3>
      <ul className="ledger">
        {group.map((match) => (
          <li key={match.other.id} className="flex flex-wrap items-center gap-3"><Chip small tone={match.level === "high" ? "ok" : "go"}>{t(`level.${match.level}`)}</Chip><Link href={`/o/${slug}/matches/${own.id}/${match.other.id}`}>{match.other.title}</Link></li>
        ))}
      </ul>
    </section>
  );
}
