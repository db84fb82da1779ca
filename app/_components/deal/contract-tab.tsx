import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { formatMoney } from "@/lib/core/money";
import { canSign } from "@/lib/deals/policy";
import type { RoomProps } from "./deal-room";
import { SignForm } from "./sign-form";
import { ContractChip, RegistrationChip } from "./status-chips";

export async function ContractTab({ view, actor, org, base }: RoomProps) {
  const t = await getTranslations("deals");
  const signing = canSign(actor, view.deal) && org ? <SignForm key={view.contracts.length} view={view} person={actor.userId} org={org} /> : null;
  if (view.contracts.length === 0) return signing ?? <EmptyState sentence={t("sign.none")} />;
  return (
    <div className="grid gap-5">
      <ul className="grid gap-3">
        {view.contracts.map((contract) => (
          <li key={contract.id} className="panel flex flex-wrap items-center justify-between gap-3">
            <span><Link href={`${org ? `/o/${org}` : "/me"}/contracts/${contract.id}`}>{contract.title}</Link><span className="block text-dense text-ink-3">{contract.number}{"\u3000"}{formatMoney(contract.totalFen)}</span></span>
            <span className="flex flex-wrap gap-2">
              {contract.status === "signed" ? null : <ContractChip status={contract.status} />}
              {contract.registrationStatus ? <RegistrationChip status={contract.registrationStatus} /> : null}
            </span>
          </li>
        ))}
      </ul>
      {signing}
      {view.deal.stage === "signed" && view.mayPropose ? <p className="text-dense text-ink-2">{t(view.deal.status === "completed" ? "terms.furtherHint" : "terms.anewHint")} <Link href={`${base}/${view.deal.id}?tab=terms#propose`}>{t(view.deal.status === "completed" ? "terms.further" : "terms.anew")}</Link></p> : null}
    </div>
  );
}
