import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireOperator } from "@/app/_server/actor";
import { ActForm, ConfirmButton, FormField } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { dateInHarbin } from "@/lib/core/dates";
import { canRevokeOperator, isOneself } from "@/lib/users/policy";
import { listOperators, type OperatorLine } from "@/lib/users/queries";
import { revoke } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operations.operators");
  return { title: t("title") };
}

/** Who runs the platform, and taking the right from one of them. Granting starts from the account. */
export default async function OperatorsPage() {
  const person = await requireOperator();
  const rows = await listOperators(person);
  const t = await getTranslations("operations.operators");
  const left = (row: OperatorLine) => rows.some((one) => one.userId !== row.userId && !one.suspended);
  const acts = (row: OperatorLine) => {
    if (!canRevokeOperator(person)) return null;
    if (!left(row)) return <span className="text-ink-3">{t("last")}</span>;
    const own = isOneself(person, row);
    return (
      <ActForm action={revoke} hidden={{ userId: row.userId }} className="grid gap-2">
        <ConfirmButton variant="text" title={own ? t("revokeSelfTitle") : t("revokeTitle", { name: row.name })} body={<><p>{t("revokeBody")}</p>{own ? <><p>{t("revokeSelfBody")}</p><FormField name="oneself" type="checkbox" label={t("revokeSelfTick")} /></> : null}</>}>{t("revoke")}</ConfirmButton>
      </ActForm>
    );
  };
  return (
    <div className="grid gap-5">
      <header className="grid gap-2">
        <h1>{t("title")}</h1>
        <p className="max-w-[46em] text-ink-2">{t("lead")}</p>
      </header>
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.userId}
        columns={[
          { key: "name", label: t("name"), cell: (row) => <><strong>{row.name}</strong>{isOneself(person, row) ? <span className="ml-2 text-ink-3">{t("you")}</span> : null}</> },
          { key: "email", label: t("email"), cell: (row) => row.email },
          { key: "since", label: t("since"), cell: (row) => dateInHarbin(row.grantedAt) },
          { key: "by", label: t("by"), cell: (row) => row.grantedBy ?? t("system") },
          { key: "state", label: t("state"), cell: (row) => (row.suspended ? <Chip small tone="mute" icon="ban">{t("suspended")}</Chip> : <Chip small tone="ok">{t("normal")}</Chip>) },
          { key: "acts", label: t("acts"), cell: acts },
        ]}
      />
      <section className="grid justify-items-start gap-2">
        <LinkButton href="/operations/users">{t("find")}</LinkButton>
        <p className="max-w-[46em] text-dense text-ink-2">{t("findHint")}</p>
      </section>
    </div>
  );
}
