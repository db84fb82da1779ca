import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { maybeActor } from "@/app/_server/actor";
import { LinkButton } from "@/app/_components/ui/button";
import { buttonClass } from "@/app/_components/ui/button-look";
import { Select } from "@/app/_components/ui/choice";
import { Chip } from "@/app/_components/ui/chip";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { fieldOf, industries, termName } from "@/lib/codes/taxonomy";
import { isPlace, placeName } from "@/lib/codes/places";
import { pageRequest } from "@/lib/core/page";
import { brokerPlaces, listBrokers } from "@/lib/brokers/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("brokers.list");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ field?: string; district?: string; page?: string; size?: string }> };

export default async function BrokersPage({ searchParams }: Props) {
  const query = await searchParams;
  const actor = await maybeActor();
  const field = fieldOf(query.field) ? query.field : undefined;
  const district = query.district && isPlace(query.district) ? query.district : undefined;
  const [list, places] = await Promise.all([listBrokers(actor, { field, district }, pageRequest(query)), brokerPlaces(actor)]);
  const t = await getTranslations("brokers.list");
  const fields = industries.map((industry) => ({ label: industry.zh, options: industry.fields.map((one) => ({ value: one.code, label: one.zh })) }));
  return (
    <div className="measure grid gap-6 py-8">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>{t("title")}</h1>
        <LinkButton href="/me/broker">{t("apply")}</LinkButton>
      </div>
      <p className="text-ink-2">{t("lead")}</p>
      <form action="/brokers" className="flex flex-wrap items-end gap-4">
        <Select name="field" label={t("field")} placeholder={t("anyField")} options={fields} defaultValue={field ?? ""} />
        <Select name="district" label={t("district")} placeholder={t("anyDistrict")} options={places.map((code) => ({ value: code, label: placeName(code) }))} defaultValue={district ?? ""} />
        <button className={buttonClass("plain")}>{t("filter")}</button>
        {field || district ? <Link href="/brokers">{t("clear")}</Link> : null}
      </form>
      {list.rows.length === 0 ? <EmptyState sentence={t("empty")} /> : (
        <ul className="grid gap-4 md:grid-cols-2">
          {list.rows.map((broker) => (
            <li key={broker.id} className="panel grid content-start gap-2">
              <p className="flex flex-wrap items-center gap-3"><strong className="text-lead"><Link href={`/brokers/${broker.id}`}>{broker.name}</Link></strong>{broker.demo ? <Chip small tone="mute" icon="flask-conical">{t("demo")}</Chip> : null}</p>
              <p className="text-dense text-ink-2">{broker.organisation ?? t("independent")}{broker.districtCode ? ` · ${placeName(broker.districtCode)}` : ""}</p>
              <p>{broker.introduction}</p>
              {broker.fieldCodes.length > 0 ? <p className="text-dense text-ink-2">{broker.fieldCodes.map((code) => termName(code)).join(" · ")}</p> : null}
              {broker.certificate ? <p className="text-dense text-ink-3">{t("certificate")} {broker.certificate}</p> : null}
            </li>
          ))}
        </ul>
      )}
      <Pager total={list.total} page={list.page} size={list.size} measure={t("measure")} path="/brokers" query={query} />
    </div>
  );
}
