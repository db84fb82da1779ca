import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { Chip } from "@/app/_components/ui/chip";
import type { MemberLine } from "@/lib/organisations/queries";
import { appoint, invite } from "./actions";

/** Who governs the organisation; an operator can appoint somebody where nobody is left who could. */
export async function Administrators({ organisationId, members }: { organisationId: string; members: MemberLine[] }) {
  const t = await getTranslations("operations.organisations");
  const words = await getTranslations("organisations");
  const governed = members.some((member) => member.roles.includes("administrator") && !member.suspended);
  return (
    <section className="panel grid gap-4">
      <h2 className="text-h3">{t("administrators")}</h2>
      <p className="text-dense text-ink-2">{t(governed ? "administratorsLead" : "ungoverned")}</p>
      <ul className="grid">
        {members.map((member) => (
          <li key={member.userId} className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-2">
            <span className="text-dense">
              <strong>{member.name}</strong>{"\u3000"}{member.roles.map((role) => words(`role.${role}`)).join(words("role.and"))}
              {member.suspended ? <>{"\u3000"}<Chip small tone="mute">{words("members.suspended")}</Chip></> : null}
            </span>
            {member.suspended || member.roles.includes("administrator") ? null : (
              <ActForm action={appoint} hidden={{ organisationId, userId: member.userId }} className="grid gap-2">
                {[...member.roles, "administrator"].map((role) => <input key={role} type="hidden" name="roles[]" value={role} />)}
                <SubmitButton variant="plain">{t("appoint")}</SubmitButton>
              </ActForm>
            )}
          </li>
        ))}
      </ul>
      <ActForm action={invite} hidden={{ organisationId }} clear className="grid max-w-[37.5rem] gap-3">
        <input type="hidden" name="roles[]" value="administrator" />
        <FormField name="email" type="email" label={t("inviteAdministrator")} hint={words("members.inviteHint")} width="full" />
        <div><SubmitButton variant="plain">{words("members.invite")}</SubmitButton></div>
      </ActForm>
    </section>
  );
}
