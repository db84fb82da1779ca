import { useTranslations } from "next-intl";
import { RegistrationChip } from "@/app/_components/deal/status-chips";
import { formatDate } from "@/lib/core/dates";
import type { RegistrationRow } from "@/lib/contracts/queries";
import type { ContractOrigin } from "@/lib/contracts/states";

/** Where it is the others' turn, or was: the sentence for the parties would tell the bureau to do it. */
const othersTurn: readonly string[] = ["submitted", "correction", "refused"];

/** State of the registration, its sentence, and what the registrar wrote. */
export function RegistrationLine({ registration, judging, origin }: { registration: RegistrationRow; judging: boolean; origin: ContractOrigin }) {
  const t = useTranslations("contracts");
  const notes = judging && othersTurn.includes(registration.status) ? "judgingNote" : "statusNote";
  const said = registration.status === "undone" && origin === "deal" ? "takenBack" : registration.status;
  const values = { due: registration.dueOn ? formatDate(registration.dueOn, "monthDay") : "none", number: registration.officialNumber ?? "", year: registration.registeredOn?.slice(0, 4) ?? "" };
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-3"><RegistrationChip status={registration.status} /><span>{t(`${notes}.${said}` as never, values as never)}</span></p>
      {registration.remark ? <p className="border-l-4 border-warn-line bg-warn-soft px-3 py-2"><span className="font-semibold">{t("remark")}</span>{"\u3000"}{registration.remark}</p> : null}
    </div>
  );
}
