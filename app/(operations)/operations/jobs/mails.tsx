import { useTranslations } from "next-intl";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { DataTable } from "@/app/_components/ui/data-table";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { formatDateTime } from "@/lib/core/dates";
import type { MailLine } from "@/lib/notifications/mail-log";
import { isHeldBack } from "@/lib/notifications/policy";
import { send } from "./actions";

/** What was mailed; of what did not leave, what the mail server said and when it is tried again. */
export function Mails({ mails }: { mails: MailLine[] }) {
  const t = useTranslations("operations.jobs");
  const stateOf = (mail: MailLine): string => {
    if (mail.sentAt) return t("sent");
    if (mail.givenUpAt) return t("failedForGood", { attempts: mail.attempts });
    if (mail.nextAttemptAt) return t("failedUntil", { attempts: mail.attempts, at: formatDateTime(mail.nextAttemptAt) });
    return mail.attempts > 0 ? t("failedDue", { attempts: mail.attempts }) : t("waiting");
  };
  return (
    <DataTable caption={t("mailsCaption")} rows={mails} rowKey={(row) => row.id} empty={<EmptyState sentence={t("noMails")} />} columns={[
      { key: "to", label: t("to"), cell: (row) => row.to },
      { key: "template", label: t("template"), cell: (row) => (t.has(`templateName.${row.template}` as never) ? t(`templateName.${row.template}` as never) : row.template) },
      { key: "at", label: t("createdAt"), cell: (row) => formatDateTime(row.createdAt) },
      { key: "state", label: t("state"), cell: (row) => <span>{stateOf(row)}{row.lastError && !row.sentAt ? <code className="block font-code break-all">{row.lastError}</code> : null}</span> },
      { key: "acts", label: t("acts"), cell: (row) => (isHeldBack(row) ? <ActForm action={send} hidden={{ mailId: row.id }} className="grid gap-2"><SubmitButton variant="text">{t("sendAgain")}</SubmitButton></ActForm> : null) },
    ]} />
  );
}
