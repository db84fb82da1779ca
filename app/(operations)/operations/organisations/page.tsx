import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requireOperator } from "@/app/_server/actor";
import { VerificationChip } from "@/app/_components/organisation/verification-chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { placeName } from "@/lib/codes/places";
import { dateInHarbin } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";
import { listOrganisations } from "@/lib/organisations/queries";
import { verificationStatuses } from "@/lib/organisations/states";
import { FilterForm } from "../filter-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations.organisations");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ q?: string; state?: string; page?: string; size?: string }> };

export default async function OrganisationsPage({ searchParams }: Props) {
  const person = await requireOperator();
  const query = await searchParams;
  const state = [...verificationStatuses, "suspended"].find((known) => known === query.state);
  const list = await listOrganisations(person, { q: typedIn(query.q), state }, pageRequest(query));
  const t = await getTranslations("operations.organisations");
  const words = await getTranslations("organisations");
  const states = [...verificationStatuses.map((one) => ({ value: one as string, label: words(`verification.${one}`) })), { value: "suspended", label: words("suspended") }];
  return (
    <div className="grid gap-5">
      <h1>{t("title")}</h1>
      <FilterForm path="/operations/organisations" search={{ label: t("search"), value: query.q ?? "" }} state={{ label: t("state"), any: t("anyState"), value: state ?? "", options: states }} word={t("filter")} />
      <DataTable
        caption={t("caption")}
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState sentence={t("empty")} />}
        columns={[
          { key: "name", label: t("name"), cell: (row) => <><Link href={`/operations/organisations/${row.id}`}>{row.name}</Link>{row.verifiedName && row.verifiedName !== row.name ? <span className="block text-note text-ink-3">{t("formerly", { name: row.verifiedName })}</span> : null}</> },
          { key: "kind", label: t("kind"), cell: (row) => words(`kind.${row.kind}`) },
          { key: "code", label: t("code"), cell: (row) => row.creditCode ?? "—" },
          { key: "district", label: t("district"), cell: (row) => placeName(row.districtCode) || "—" },
          { key: "members", label: t("members"), align: "figure", cell: (row) => row.members },
          { key: "state", label: t("state"), cell: (row) => (row.suspended ? words("suspended") : <VerificationChip status={row.verification} small />) },
          { key: "created", label: t("created"), cell: (row) => dateInHarbin(row.createdAt) },
        ]}
      />
      <Pager total={list.total} page={list.page} size={list.size} measure={t("measure")} path="/operations/organisations" query={query} />
    </div>
  );
}
