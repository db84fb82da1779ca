import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Details } from "@/app/_components/ui/details";
import { requireActing } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { LinkButton } from "@/app/_components/ui/button";
import { listHref } from "@/app/_components/ui/list-href";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { Pager } from "@/app/_components/ui/pager";
import { SortLinks } from "@/app/_components/ui/sort-links";
import { may, membershipOf } from "@/lib/core/actor";
import { pageRequest } from "@/lib/core/page";
import { listBegun } from "@/lib/interests/queries";
import { listIntroductionsTo } from "@/lib/introductions/queries";
import { listMatches, matchOrders } from "@/lib/matching/queries";
import { titleFor } from "@/lib/matching/overview";
import { DismissedLine } from "./dismissed-line";
import { Introductions } from "./introductions";
import { MatchCard } from "./match-card";
import { MatchKeys } from "./match-keys";
import { NoMatches } from "./no-matches";
import { RowsInPlace } from "./rows-in-place";

type Props = { params: Promise<{ org: string; id: string }>; searchParams: Promise<{ page?: string; size?: string; sort?: string }> };

async function load({ params, searchParams }: Props) {
  const [{ org, id }, query] = await Promise.all([params, searchParams]);
  const actor = await requireActing(org);
  const request = pageRequest(query);
  const order = matchOrders.find((one) => one === query.sort) ?? "fit";
  const list = await found(listMatches(actor, id, request, order));
  const title = await titleFor(actor, list.listing);
  return { org, actor, query, request, order, list, title: title ?? (await getTranslations("matches"))(`kind.${list.listing.kind}`) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("matches");
  return { title: t("ofTitle", { title: (await load(props)).title }) };
}

/** Matches of one record, each with its reasons; what was put aside can be brought back. */
export default async function MatchesOfPage(props: Props) {
  const { org, actor, query, request, order, list, title } = await load(props);
  const t = await getTranslations("matches");
  const { listing, shown, total, hidden } = list;
  const path = `/o/${org}/matches/${listing.id}`;
  const own = membershipOf(actor, listing.organisationId) !== null;
  const mayAct = own && may(actor, "write", listing.organisationId);
  const begun = own ? await listBegun(actor, listing.organisationId, shown.map((match) => match.other.id)) : null;
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[{ label: t("heading"), href: `/o/${org}/matches` }, { label: title }]} />
      <header className="grid gap-1">
        <span className="flex flex-wrap items-start justify-between gap-x-4">
          <h1>{t("headingOf", { kind: t(`kind.${listing.kind}`), title })}</h1>
          <span className="flex flex-wrap gap-x-4">{total > 0 ? <MatchKeys mayAct={mayAct} /> : null}<LinkButton variant="text" href="/me/inbox/settings">{t("reminders")}</LinkButton></span>
        </span>
        {total > 0 ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6">
            <p className="text-ink-2">{t(`found.${order}`, { counterpart: t(`counterpart.${listing.kind}`), count: total })}</p>
            {total > 1 ? <SortLinks label={t("sort.label")} items={matchOrders.map((one) => ({ key: one, label: t(`sort.${one}`), current: one === order, href: listHref(path, { ...query, page: undefined }, { sort: one === "fit" ? undefined : one }) }))} /> : null}
          </div>
        ) : null}
      </header>
      <Introductions rows={await listIntroductionsTo(actor, listing)} kind={listing.kind} org={org} ownId={listing.id} mayAct={mayAct} />
      <RowsInPlace key={`${request.page} ${request.size} ${order}`}
        rows={shown.map((match) => ({ id: match.other.id, node: <MatchCard match={match} org={org} ownId={listing.id} mayAct={mayAct} begun={begun?.get(match.other.id)} /> }))}
        aside={hidden.map((match) => ({ id: match.other.id, node: <DismissedLine match={match} org={org} mayAct={mayAct} inPlace /> }))}
        empty={total === 0 ? <NoMatches actor={actor} org={org} listing={listing} mayAct={mayAct} aside={hidden.length > 0} /> : null} />
      {total > 0 ? <Pager total={total} page={request.page} size={request.size} measure={t("matchMeasure")} path={path} query={query} /> : null}
      {hidden.length > 0 ? (
        <Details className="panel">
          <summary>{t("hidden", { count: hidden.length })}</summary>
          <ul className="ledger mt-3">{hidden.map((match) => <li key={match.other.id}><DismissedLine match={match} org={org} mayAct={mayAct} /></li>)}</ul>
        </Details>
      ) : null}
    </div>
  );
}
