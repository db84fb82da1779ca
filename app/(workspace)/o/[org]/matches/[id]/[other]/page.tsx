import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActing } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { getAchievement } from "@/lib/achievements/queries";
import { may, membershipOf } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { listBegun } from "@/lib/interests/queries";
import { getMatch } from "@/lib/matching/queries";
import { readPair } from "@/lib/matching/overview";
import { getNeed } from "@/lib/needs/queries";
import { markViewed } from "@/lib/matching/view";
import { DismissedLine } from "../dismissed-line";
import { MatchCard } from "../match-card";
import { SideText } from "./side-text";

type Props = { params: Promise<{ org: string; id: string; other: string }> };

async function load({ params }: Props) {
  const { org, id, other } = await params;
  const actor = await requireActing(org);
  const { listing, match } = await found(getMatch(actor, id, other));
  const pair = await readPair(id, other);
  if (!pair) notFound();
  const read = async (document: typeof pair.own) => ({
    document,
    side: document.kind === "achievement" ? { kind: document.kind, reading: await found(getAchievement(actor, document.id)) } : { kind: document.kind, reading: await found(getNeed(actor, document.id)) },
  });
  return { org, actor, listing, match, ...pair, texts: await Promise.all([read(pair.own), read(pair.other)]) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ other }, t] = await Promise.all([load(props), getTranslations("matches")]);
  return { title: `${other.title} — ${t("compare.title")}` };
}

/** Both records side by side, field by field, as far as this reader may read them, with the words marked that they share. Looking is kept. */
export default async function ComparePage(props: Props) {
  const { org, actor, listing, match, own, texts } = await load(props);
  const t = await getTranslations("matches");
  await markViewed(actor, { needId: match.needId, achievementId: match.achievementId, organisationId: listing.organisationId }, clock.now());
  const words = match.reasons.flatMap((reason) => (reason.code === "shared_words" && Array.isArray(reason.values?.words) ? reason.values.words.map(String) : []));
  const mine = membershipOf(actor, listing.organisationId) !== null;
  const begun = mine ? (await listBegun(actor, listing.organisationId, [match.other.id])).get(match.other.id) : undefined;
  const mayWrite = mine && may(actor, "write", listing.organisationId);
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[{ label: t("heading"), href: `/o/${org}/matches` }, { label: own.title, href: `/o/${org}/matches/${listing.id}` }, { label: t("compare.title") }]} />
      <h1>{t("compare.title")}</h1>
      {match.dismissed && mine ? <div className="panel bg-sunken"><DismissedLine match={match} org={org} mayAct={mayWrite} inPlace /></div> : null}
      <MatchCard match={match} org={org} ownId={listing.id} mayAct={mayWrite && !match.dismissed} begun={begun} compared />
      <section className="grid gap-3">
        <h2>{t("compare.text")}</h2>
        {words.length > 0 ? <p className="text-dense text-ink-2">{t("compare.marked")}</p> : null}
        <div className="grid gap-5 md:grid-cols-2">
          {texts.map(({ document, side }) => <SideText key={document.id} side={side} name={document.organisationName ?? ""} words={words} />)}
        </div>
      </section>
    </div>
  );
}
