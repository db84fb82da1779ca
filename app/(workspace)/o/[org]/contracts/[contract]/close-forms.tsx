import { useTranslations } from "next-intl";
import { ActForm, ConfirmButton, FormField } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import type { ContractForActor } from "@/lib/contracts/queries";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { fulfil, terminate } from "../actions";

const ways = [{ way: "fulfilled", action: fulfil, look: "plain" }, { way: "terminated", action: terminate, look: "danger" }] as const;

/** How a contract ends: done, or given up. */
export function CloseForms({ contract, org }: { contract: ContractForActor; org: string }) {
  const t = useTranslations("contracts.close");
  return (
    <Details className="panel"><summary className="text-accent">{t("heading")}</summary>
      <div className="mt-4 grid gap-8 lg:grid-cols-2">
        {ways.map(({ way, action, look }) => (
          <ActForm key={way} action={action} org={org} hidden={{ contractId: contract.id }} className="grid content-start gap-4">
            <FormField name="closedOn" id={`${way}On`} type="date" label={t(`${way}.on`)} defaultValue={todayInHarbin(clock.now())} />
            <FormField name="closingNote" id={`${way}Note`} type="textarea" label={t(`${way}.note`)} rows={2} limit={500} />
            <div><ConfirmButton rehearsed variant={look} title={t(`${way}.title`, { title: contract.title })} body={t(`${way}.body`)}>{t(`${way}.submit`)}</ConfirmButton></div>
          </ActForm>
        ))}
      </div>
    </Details>
  );
}
