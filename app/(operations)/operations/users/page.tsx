import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireOperator } from "@/app/_server/actor";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Pager } from "@/app/_components/ui/pager";
import { dateInHarbin } from "@/lib/core/dates";
import { pageRequest } from "@/lib/core/page";
import { typedIn } from "@/lib/core/typed-text";
import { canGrantOperator, canRestore, canSuspend } from "@/lib/users/policy";
import { listUsers, type UserLine } from "@/lib/users/queries";
import { FilterForm } from "../filter-form";
import { UserActs } from "./user-acts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations.users");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ q?: string; state?: string; page?: string; size?: string }> };

export default async function UsersPage({ searchParams }: Props) {
  const person = await requireOperator();
  const query = await searchParams;
  const list = await listUsers(person, { q: typedIn(query.q), state: query.state }, pageRequest(query));
  const t = await getTranslations("operations.users");
  const o = await getTranslations("operations.operators");
  const role = await getTranslations("organisations.role");
  const stateOf = (row: UserLine) => row.suspended ? <Chip small tone="mute" icon="ban">{t("suspended")}</Chip> : row.emailVerified ? <Chip small tone="ok">{t("normal")}</Chip> : <Chip small tone="wait">{t("unverified")}</Chip>;
  const words = { suspend: t("suspend"), suspendBody: t("suspendBody"), reason: t("reason"), restore: t("restore"), grant: o("grant"), grantBody: o("grantBody") };
  const acts = (row: UserLine) => (
    <UserActs userId={row.userId} words={words} restore={canRestore(person, row)} suspendTitle={canSuspend(person, row) ? t("suspendTitle", { name: row.name }) : null}
      grantTitle={row.operator || row.bureau || row.suspended || !row.emailVerified || !canGrantOperator(person) ? null : o("grantTitle", { name: row.name })} />
  );
  return (
    <div className="grid gap-5">
      <h1>{t("title")}</h1>
      <FilterForm path="/operations/users" search={{ label: t("search"), value: query.q ?? "" }} word={t("filter")}
        state={{ label: t("state"), any: t("anyState"), value: query.state ?? "", options: [{ value: "suspended", label: t("suspendedState") }, { value: "unverified", label: t("unverifiedState") }] }} />
      <DataTable
        caption={t("caption")}
        rows={list.rows}
        rowKey={(row) => row.userId}
        empty={<EmptyState sentence={t("empty")} />}
        columns={[
          { key: "name", label: t("name"), cell: (row) => <strong>{row.name}</strong> },
          { key: "email", label: t("email"), cell: (row) => row.email },
          { key: "organisations", label: t("organisations"), cell: (row) => <>{row.organisations.map((o) => `${o.name}\uff08${o.roles.map((one) => role(one)).join("\u3001")}\uff09`).join("\u3001")}{row.operator ? ` ${t("operator")}` : ""}</> },
          { key: "created", label: t("created"), cell: (row) => dateInHarbin(row.createdAt) },
          { key: "state", label: t("state"), cell: stateOf },
          { key: "acts", label: t("acts"), cell: acts },
        ]}
      />
      <Pager total={list.total} page={list.page} size={list.size} measure={t("measure")} path="/operations/users" query={query} />
    </div>
  );
}
