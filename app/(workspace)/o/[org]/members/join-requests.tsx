import { getTranslations } from "next-intl/server";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import type { Option } from "@/app/_components/ui/choice";
import { formatDateTime } from "@/lib/core/dates";
import type { JoinRequestLine } from "@/lib/organisations/queries";
import { accept, decline } from "./actions";

/** Who asks to belong: one answers with the roles to give, or declines. */
export async function JoinRequests({ requests, slug, roleOptions }: { requests: JoinRequestLine[]; slug: string; roleOptions: Option[] }) {
  const t = await getTranslations("organisations.members");
  if (requests.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="requests">
      <h2 id="requests" className="text-h3">{t("joinRequests")}</h2>
      <ul className="grid gap-3">
        {requests.map((request) => (
          <li key={request.id} className="panel grid gap-3">
            <p><strong>{request.name}</strong> <span className="text-dense text-ink-2">{request.email} · {formatDateTime(request.requestedAt)}</span></p>
            {request.message ? <p className="text-ink-2">{request.message}</p> : null}
            <div className="flex flex-wrap items-end gap-4">
              <ActForm action={accept} org={slug} hidden={{ requestId: request.id }} className="grid gap-3">
                <FormField name="roles[]" type="checkboxes" inline label={t("as")} options={roleOptions.map(({ value, label }) => ({ value, label }))} defaultValue={["viewer"]} />
                <div><SubmitButton>{t("accept")}</SubmitButton></div>
              </ActForm>
              <ActForm action={decline} org={slug} hidden={{ requestId: request.id }} className="grid gap-3"><SubmitButton variant="plain">{t("decline")}</SubmitButton></ActForm>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
