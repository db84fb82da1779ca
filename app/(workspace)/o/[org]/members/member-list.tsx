import { getTranslations } from "next-intl/server";
import { Details } from "@/app/_components/ui/details";
import type { ActingPerson } from "@/app/_server/actor";
import { ActForm, ConfirmButton, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import type { Option } from "@/app/_components/ui/choice";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { formatDateTime } from "@/lib/core/dates";
import type { MemberLine } from "@/lib/organisations/queries";
import { leave, remove, setRoles } from "./actions";

type Props = { members: MemberLine[]; person: ActingPerson; manages: boolean; roleOptions: Option[] };

export async function MemberList({ members, person, manages, roleOptions }: Props) {
  const t = await getTranslations("organisations");
  const { slug, organisationId, name } = person.acting;
  const words = (member: MemberLine) => member.roles.map((role) => t(`role.${role}`)).join(" · ");
  return (
    <DataTable
      caption={t("members.caption")}
      rows={members}
      rowKey={(member) => member.userId}
      columns={[
        { key: "name", label: t("members.name"), cell: (m) => <><strong>{m.name}</strong>{m.userId === person.userId ? <span className="ml-2 text-ink-3">{t("members.you")}</span> : null}</> },
        { key: "email", label: t("members.email"), cell: (m) => m.email },
        { key: "roles", label: t("members.roles"), cell: words },
        { key: "state", label: t("members.state"), cell: (m) => <Chip small tone={m.suspended ? "mute" : "ok"}>{m.suspended ? t("members.suspended") : t("members.normal")}</Chip> },
        { key: "seen", label: t("members.lastSeen"), cell: (m) => (m.lastSeenAt ? formatDateTime(m.lastSeenAt) : t("members.never")) },
        {
          key: "acts", label: t("members.acts"),
          cell: (m) => (
            <div className="flex flex-wrap items-baseline gap-x-5 gap-y-2">
              {manages ? (
                <Details className="open:w-full">
                  <summary className="cursor-pointer text-accent">{t("members.change")}</summary>
                  <ActForm action={setRoles} org={slug} hidden={{ organisationId, userId: m.userId }} className="mt-2 grid gap-3">
                    <FormField name="roles[]" id={`roles-${m.userId}`} type="checkboxes" label={t("members.as")} options={roleOptions} defaultValue={m.roles} />
                    <div><SubmitButton variant="plain">{t("members.save")}</SubmitButton></div>
                  </ActForm>
                </Details>
              ) : null}
              {m.userId === person.userId ? (
                <ActForm action={leave} org={slug} hidden={{ organisationId }} className="grid gap-2">
                  <ConfirmButton variant="text" title={t("members.leaveTitle", { name })} body={<p>{t("members.leaveBody")}</p>}>{t("members.leave")}</ConfirmButton>
                </ActForm>
              ) : manages ? (
                <ActForm action={remove} org={slug} hidden={{ organisationId, userId: m.userId }} className="grid gap-2">
                  <ConfirmButton variant="text" title={t("members.removeTitle", { name: m.name })} body={<p>{t("members.removeBody")}</p>} confirm={t("members.removeConfirm")}>{t("members.remove")}</ConfirmButton>
                </ActForm>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  );
}
