import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { ActForm, ConfirmButton } from "@/app/_components/ui/act-form";
import { LinkButton } from "@/app/_components/ui/button";
import type { Person } from "@/lib/core/actor";
import { leave } from "./actions";

export async function OwnOrganisations({ person }: { person: Person }) {
  const t = await getTranslations("users.me");
  const words = await getTranslations("organisations");
  return (
    <section className="grid gap-4">
      <h2>{t("organisations")}</h2>
      {person.memberships.length === 0 ? <p className="text-ink-2">{t("noOrganisation")}</p> : null}
      <ul className="grid gap-3">
        {person.memberships.map((m) => (
          <li key={m.organisationId} className="panel flex flex-wrap items-center gap-x-6 gap-y-2">
            <span className="min-w-[12em] flex-1">
              <Link href={`/o/${m.slug}`} className="font-semibold">{m.name}</Link>
              <span className="block text-dense text-ink-2">{words(`kind.${m.kind}`)} · {m.roles.map((role) => words(`role.${role}`)).join(" · ")}</span>
            </span>
            <LinkButton href={`/o/${m.slug}`}>{t("go")}</LinkButton>
            <ActForm action={leave} org={m.slug} hidden={{ organisationId: m.organisationId }} className="grid gap-3">
              <ConfirmButton variant="text" title={t("leaveTitle", { name: m.name })} body={<p>{t("leaveBody")}</p>} confirm={t("leave")} cancel={t("stay")}>{t("leave")}</ConfirmButton>
            </ActForm>
          </li>
        ))}
      </ul>
      <p><LinkButton href="/welcome">{t("joinOrFound")}</LinkButton></p>
    </section>
  );
}
