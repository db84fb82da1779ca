import { getTranslations } from "next-intl/server";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import type { FormState } from "@/app/_components/ui/form-state";
import { dateInHarbin, formatDate } from "@/lib/core/dates";
import type { InvitationLine } from "@/lib/organisations/queries";

type Props = { invitations: InvitationLine[]; revoke: (state: FormState, form: FormData) => Promise<FormState>; org?: string };

/** What was asked and not answered yet, each to be taken back. */
export async function Invitations({ invitations, revoke, org }: Props) {
  const t = await getTranslations("organisations");
  if (invitations.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="invitations">
      <h2 id="invitations" className="text-h3">{t("members.invitations")}</h2>
      <ul className="grid gap-3">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="panel flex flex-wrap items-center gap-x-6 gap-y-2">
            <span className="min-w-[12em] flex-1">
              <strong>{invitation.email}</strong>
              <span className="block text-dense text-ink-2">{invitation.roles.map((role) => t(`role.${role}`)).join(" · ")} · {t("members.expires", { date: formatDate(dateInHarbin(invitation.expiresAt)) })}</span>
            </span>
            <ActForm action={revoke} org={org} hidden={{ invitationId: invitation.id }} className="grid gap-2"><SubmitButton variant="plain">{t("members.revoke")}</SubmitButton></ActForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
