import { getTranslations } from "next-intl/server";
import { RegistrationChip } from "@/app/_components/deal/status-chips";
import { UnverifiedChip } from "@/app/_components/rules/unverified-chip";
import { isCalendarAnnounced } from "@/lib/codes/holidays";
import { formatDate } from "@/lib/core/dates";
import type { RegistrationRow } from "@/lib/contracts/queries";
import { dueStanding } from "@/lib/contracts/registrations/queries";
import { judgedStatuses } from "@/lib/contracts/registrations/states";
import type { ContractOrigin } from "@/lib/contracts/states";

/** Where it is the others' turn, or was: the sentence for the parties would tell the bureau to do it. */
const othersTurn: readonly string[] = ["submitted", "correction", "refused"];

/** State of the registration, its sentence, and what the registrar wrote. */
export async function RegistrationLine({ registration, judging, origin }: { registration: RegistrationRow; judging: boolean; origin: ContractOrigin }) {
  const [t, codes] = await Promise.all([getTranslations("contracts"), getTranslations("codes")]);
  const notes = judging && othersTurn.includes(registration.status) ? "judgingNote" : "statusNote";
  const said = registration.status === "undone" && origin === "deal" ? "takenBack" : registration.status;
  const values = { due: registration.dueOn ? formatDate(registration.dueOn, "monthDay") : "none", number: registration.officialNumber ?? "", year: registration.registeredOn?.slice(0, 4) ?? "" };
  // What is still under way: later the date is of no consequence any more.
  const due = (judgedStatuses as readonly string[]).includes(registration.status) ? (await dueStanding())(registration) : null;
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-3"><RegistrationChip status={registration.status} /><span>{t(`${notes}.${said}` as never, values as never)}</span>{due?.unverified ? <UnverifiedChip /> : null}</p>
      {due && !isCalendarAnnounced(due.date) ? <p className="text-note text-ink-3">{codes("holidays.unannounced", { year: due.date.slice(0, 4) })}</p> : null}
      {registration.remark ? <p className="border-l-4 border-warn-line bg-warn-soft px-3 py-2"><span className="font-semibold">{t("remark")}</span>{"\u3000"}{registration.remark}</p> : null}
    </div>
  );
}
