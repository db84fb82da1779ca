import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { Facts } from "@/app/_components/ui/facts";
import { maybeActor } from "@/app/_server/actor";
import { getPublicBroker, type BrokerPage } from "@/lib/brokers/queries";
import { districtName } from "@/lib/codes/places";
import { termName } from "@/lib/codes/taxonomy";
import type { Actor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string) => {
  try {
    return await getPublicBroker(await maybeActor(), id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const broker = await load((await params).id);
  const t = await getTranslations("brokers.public");
  return { title: `${broker.name} — ${t("eyebrow")}`, description: broker.introduction.slice(0, 120) };
}

/** One verified broker as everybody sees them: what they wrote for this page, nothing by which to reach them past the platform. */
export default async function BrokerPublicPage({ params }: Props) {
  const [broker, actor] = [await load((await params).id), await maybeActor()];
  const t = await getTranslations("brokers");
  return (
    <div className="measure grid gap-6 py-8">
      <header className="grid gap-3">
        <p className="text-dense text-ink-2"><Link href="/brokers">{t("list.title")}</Link></p>
        <h1 className="flex flex-wrap items-center gap-3">
          {broker.name}
          <Chip tone="ok" icon="shield-check">{t("status.approved")}</Chip>
          <DemoChip demo={broker.demo} />
        </h1>
        <p className="prose-zh max-w-[40em] whitespace-pre-line">{broker.introduction}</p>
      </header>
      <Facts items={[
        { label: t("list.field"), value: broker.fieldCodes.length > 0 ? <ul className="flex flex-wrap gap-x-4">{broker.fieldCodes.map((code) => <li key={code}><Link href={`/brokers?field=${code}`}>{termName(code)}</Link></li>)}</ul> : t("public.noFields") },
        { label: t("public.organisation"), value: broker.organisationId ? <Link href={`/organisations/${broker.organisationId}`}>{broker.organisation}</Link> : t("list.independent") },
        { label: t("list.district"), value: districtName(broker.districtCode) || t("public.noDistrict") },
        { label: t("list.certificate"), value: broker.certificate ?? t("public.noCertificate") },
        { label: t("public.deals"), value: t("public.dealCount", { count: broker.deals }) },
        ...(broker.verifiedOn ? [{ label: t("public.verifiedOn"), value: formatDate(broker.verifiedOn) }] : []),
      ]} />
      <Invitation broker={broker} actor={actor} />
    </div>
  );
}

/** The one way to a broker: a party of a deal asks them into it. */
async function Invitation({ broker, actor }: { broker: BrokerPage; actor: Actor }) {
  const t = await getTranslations("brokers.public");
  const person = actor.kind === "person" ? actor : null;
  if (person?.userId === broker.userId) return <p><LinkButton href="/me/broker">{t("own")}</LinkButton></p>;
  const side = person?.memberships.find((one) => one.kind === "university" || one.kind === "enterprise");
  const way = side ? { href: `/o/${side.slug}/deals?status=open`, word: t("openDeals") } : person ? null : { href: `/sign-in?next=${encodeURIComponent(`/brokers/${broker.id}`)}`, word: t("signIn") };
  return (
    <section className="panel grid max-w-[46em] gap-3" aria-labelledby="invite">
      <h2 id="invite" className="text-h3">{t("invite")}</h2>
      <p className="text-ink-2">{t("inviteHow", { name: broker.name })}</p>
      {way ? <p><LinkButton variant="primary" href={way.href}>{way.word}</LinkButton></p> : null}
    </section>
  );
}
