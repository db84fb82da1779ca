import { useTranslations } from "next-intl";
import { RegistrationChip } from "@/app/_components/deal/status-chips";
import { formatDate } from "@/lib/core/dates";
import type { RegistrationRow } from "@/lib/contracts/queries";

/** State of the registration, its sentence, and what the registrar wrote. */
export function RegistrationLine({ registration }: { registration: RegistrationRow }) {
  const t = useTranslations("contracts");
  const values = { due: registration.dueOn ? formatDate(registration.dueOn, "monthDay") : "none", number: registration.officialNumber ?? "", year: registration.registeredOn?.slice(0, 4) ?? "" };
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-3"><RegistrationChip status={registration.status} /><span>{t(`statusNote.${registration.status}`, values)}</span></p>
      {registration.remark ? <p className="border-l-4 border-warn-line bg-warn-soft px-3 py-2"><span className="font-semibold">{t("remark")}</span>{"\u3000"}{registration.remark}</p> : null}
    </div>
  );
}
