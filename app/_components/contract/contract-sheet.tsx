import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { History } from "@/app/_components/deal/history";
import { PrintButton } from "@/app/_components/ui/print-button";
import { Breadcrumbs } from "@/app/_components/ui/navigation";
import { ContractFacts } from "./contract-facts";
import type { loadContract } from "./load-contract";
import { RegistrationLine } from "./registration-line";

type Props = {
  loaded: Awaited<ReturnType<typeof loadContract>>;
  /** The list from which one came. */
  crumb: { label: string; href: string };
  /** What can be done about the registration, below its state. */
  registering?: ReactNode;
  /** Everything else this reader may do. */
  children?: ReactNode;
  /** For whoever judges the record: its registration stands beside it, and below that what is seldom done. */
  seldom?: ReactNode;
};

/** A contract as its parties, its broker and the bureau read it: where its registration stands, what was signed, what it counts for, what happened. */
export async function ContractSheet({ loaded, crumb, registering, children, seldom }: Props) {
  const [t, ui] = [await getTranslations("contracts"), await getTranslations("ui")];
  const { view, history, dealHref } = loaded;
  const { contract } = view;
  const standing = contract.registration || registering ? (
    <section className="panel grid gap-4">
      <h2 className="text-h3">{t("record.registration")}</h2>
      {contract.registration ? <RegistrationLine registration={contract.registration} judging={seldom !== undefined} origin={contract.origin} /> : null}
      {registering}
    </section>
  ) : null;
  const record = (
    <>
      <ContractFacts view={view} dealHref={dealHref} />
      <section className="grid gap-3"><h2 className="text-h3">{t("record.timeline")}</h2><History entries={history} of={contract.id} /></section>
    </>
  );
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[crumb, { label: contract.number }]} />
      <header className="flex flex-wrap items-start justify-between gap-3">
        <span className="grid gap-1"><h1>{contract.title}</h1><p className="text-ink-2">{t("record.number", { number: contract.number })}</p></span>
        <PrintButton label={ui("print")} />
      </header>
      {seldom ? (
        <div className="grid gap-5 beside-xl:grid-cols-[minmax(0,1fr)_22rem] beside-xl:grid-rows-[auto_1fr] beside-xl:gap-x-6">
          <div className="min-w-0 beside-xl:col-start-2">{standing}</div>
          <div className="grid min-w-0 content-start gap-5 beside-xl:col-start-1 beside-xl:row-span-2 beside-xl:row-start-1">{record}</div>
          <div className="screen-only grid min-w-0 content-start gap-4 beside-xl:col-start-2">{seldom}</div>
        </div>
      ) : <>{standing}{children}{record}</>}
    </div>
  );
}
