import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { formatMoney } from "@/lib/core/money";
import { canSign } from "@/lib/deals/policy";
import type { RoomProps } from "./deal-room";
import { SignForm } from "./sign-form";
import { RegistrationChip } from "./status-chips";

export async function ContractTab({ view, actor, org }: RoomProps) {
  const t = await getTranslations("deals");
  if (canSign(actor, view.deal) && org) return <SignForm view={view} org={org} />;
  if (view.contracts.length === 0) return <EmptyState sentence={t("sign.none")} />;
  return (
    <ul className="grid gap-3">
      {view.contracts.map((contract) => (
        <li key={contract.id} className="panel flex flex-wrap items-center justify-between gap-3">
          <span>{org ? <Link href={`/o/${org}/contracts/${contract.id}`}>{contract.title}</Link> : contract.title}<span className="block text-dense text-ink-3">{contract.number}{"\u3000"}{formatMoney(contract.totalFen)}</span></span>
          {contract.registrationStatus ? <RegistrationChip status={contract.registrationStatus} /> : null}
        </li>
      ))}
    </ul>
  );
}
