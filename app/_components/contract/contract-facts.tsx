import { useTranslations } from "next-intl";
import Link from "@/app/_components/ui/link";
import { publicPath } from "@/app/_components/listing/paths";
import { Chip } from "@/app/_components/ui/chip";
import { DataTable } from "@/app/_components/ui/data-table";
import { Absent, Facts } from "@/app/_components/ui/facts";
import { codeName } from "@/lib/codes/lists";
import { districtName, placeName } from "@/lib/codes/places";
import { termName } from "@/lib/codes/taxonomy";
import { formatDate, formatDateTime } from "@/lib/core/dates";
import { formatNumber } from "@/lib/core/figures";
import { formatAmount } from "@/lib/core/money";
import type { ContractView, EntryView, PartyRow } from "@/lib/contracts/queries";

/** The record: facts, parties, declared above recognised amounts, and what it counts for. */
export function ContractFacts({ view, dealHref }: { view: ContractView; dealHref: string | null }) {
  const t = useTranslations("contracts");
  const { contract } = view;
  const period = contract.startsOn && contract.endsOn ? <><span className="whitespace-nowrap">{formatDate(contract.startsOn)}{"\u2013"}</span><span className="whitespace-nowrap">{formatDate(contract.endsOn)}</span></> : null;
  return (
    <>
      <section className="panel grid gap-3">
        <h2 className="text-h3">{t("record.facts")} {contract.demo ? <Chip tone="mute" icon="flask-conical" small>{t("record.demo")}</Chip> : null}</h2>
        <Facts columns={2} items={[
          { label: t("fact.type"), value: codeName("contract_type", contract.type) },
          { label: t("fact.subType"), value: contract.subType ? codeName("contract_sub_type", contract.subType) : <Absent kind="unsaid" /> },
          { label: t("fact.techArea"), value: codeName("tech_area", contract.techArea) },
          { label: t("fact.field"), value: contract.fieldCode ? termName(contract.fieldCode) : t("fact.unclassified") },
          { label: t("fact.signedOn"), value: formatDate(contract.signedOn) },
          { label: t("fact.period"), value: period ?? <Absent kind="unsaid" /> },
          { label: t("fact.ipKind"), value: contract.ipKind ? codeName("ip_kind", contract.ipKind) : <Absent kind="unsaid" /> },
          { label: t("fact.planSource"), value: contract.planSource ? codeName("plan_source", contract.planSource) : <Absent kind="unsaid" /> },
          { label: t("state.label"), value: contract.closedOn ? t("state.on", { state: t(`state.${contract.status}`), date: formatDate(contract.closedOn) }) : t(`state.${contract.status}`), ...(contract.closingNote ? { note: contract.closingNote } : {}) },
          ...(view.versions.length > 0 ? [{ label: t("fact.versions"), value: <Versions versions={view.versions} /> }] : []),
          ...(contract.payment ? [{ label: t("fact.payment"), value: <span className="whitespace-pre-line">{contract.payment}</span> }] : []),
        ]} />
        <p className="text-dense text-ink-3">
          {view.deal ? t.rich("record.fromDeal", { number: view.deal.number, deal: (words) => (dealHref ? <Link href={dealHref}>{words}</Link> : words) }) : null}
          {view.import ? t("record.fromLedger", { name: view.import.fileName, time: formatDateTime(view.import.at) }) : null}
          {view.recordedBy ? `\u3000${t("record.recordedBy", { name: view.recordedBy })}` : ""}
        </p>
      </section>
      <Parties parties={contract.parties} />
      <Amounts view={view} />
      {/* Of a record that was taken back nothing is to be expected. */}
      {contract.status === "undone" && view.entries.length === 0 ? null : <Entries entries={view.entries} />}
    </>
  );
}

/** What the records said when it was signed: they may have been revised since. */
function Versions({ versions }: { versions: ContractView["versions"] }) {
  const t = useTranslations("contracts.version");
  return versions.map((version) => {
    const words = t(`of.${version.kind}`, { number: version.number, n: version.ordinal });
    return (
      <span key={version.id} className="flex flex-wrap gap-x-3">
        <span className="whitespace-nowrap">{version.open ? <Link href={`${publicPath(version.kind, version.listingId)}?version=${version.id}`}>{words}</Link> : words}</span>
        {version.approvedAt ? <span className="whitespace-nowrap text-ink-2">{t("approved", { date: formatDate(version.approvedAt) })}</span> : null}
      </span>
    );
  });
}

/** Who gives first, then who takes, then who brought them together. */
const sides: PartyRow["side"][] = ["seller", "buyer", "broker"];

function Parties({ parties }: { parties: readonly PartyRow[] }) {
  const t = useTranslations("contracts.party");
  return (
    <section className="grid gap-3">
      <h2 className="text-h3">{t("caption")}</h2>
      <DataTable caption={t("caption")} rows={[...parties].sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side))} rowKey={(row) => row.id} columns={[
        { key: "name", label: t("name"), cell: (row) => <>{row.name}{row.registers ? <span className="block text-note text-ink-3">{t("registers")}</span> : null}</> },
        { key: "side", label: t("side"), cell: (row) => t(`sides.${row.side}`) },
        { key: "share", label: t("share"), align: "figure", cell: (row) => (row.shareBasisPoints === null ? <Absent kind="none" /> : `${formatNumber(row.shareBasisPoints / 100, row.shareBasisPoints % 100 === 0 ? 0 : 2)}%`) },
        { key: "place", label: t("place"), cell: (row) => (row.country === "CN" ? (row.districtCode ? placeName(row.districtCode) : <Absent kind="none" />) : districtName(row.country)) },
        { key: "code", label: t("code"), className: "whitespace-nowrap", cell: (row) => row.creditCode ?? <Absent kind="unsaid" /> },
      ]} />
    </section>
  );
}

function Amounts({ view }: { view: ContractView }) {
  const t = useTranslations("contracts.amount");
  const { contract } = view;
  const registration = contract.registration;
  const recognised = (fen: number | null | undefined) => (fen === null || fen === undefined ? <span className="text-ink-3">{t("pending")}</span> : formatAmount(fen, "yuan"));
  const rows = [
    { key: "declared", total: formatAmount(contract.totalFen, "yuan"), technical: formatAmount(contract.technicalFen, "yuan") },
    { key: "recognised", total: recognised(registration?.recognisedTotalFen), technical: recognised(registration?.recognisedTechnicalFen) },
  ] as const;
  return (
    <section className="grid gap-3">
      <h2 className="text-h3">{t("caption")}</h2>
      <DataTable caption={t("caption")} rows={rows} rowKey={(row) => row.key} columns={[
        { key: "kind", label: t("kind"), cell: (row) => t(row.key) },
        { key: "total", label: t("total"), align: "figure", cell: (row) => row.total },
        { key: "technical", label: t("technical"), align: "figure", cell: (row) => row.technical },
      ]} />
    </section>
  );
}

function Entries({ entries }: { entries: readonly EntryView[] }) {
  const t = useTranslations("contracts.entry");
  if (entries.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  const sum = (pick: (entry: EntryView) => number) => formatAmount(entries.reduce((total, entry) => total + pick(entry), 0), "yuan");
  return (
    <section className="grid gap-3">
      <h2 className="text-h3">{t("caption")}</h2>
      <DataTable caption={t("caption")} rows={entries} rowKey={(row) => row.id} totalLabel={t("sum")} columns={[
        { key: "kind", label: t("kind"), cell: (row) => t(`kinds.${row.kind}`) },
        { key: "countsOn", label: t("countsOn"), cell: (row) => row.countsOn },
        { key: "amount", label: t("amount"), align: "figure", cell: (row) => formatAmount(row.amountFen, "yuan"), total: sum((entry) => entry.amountFen) },
        { key: "technical", label: t("technical"), align: "figure", cell: (row) => formatAmount(row.technicalFen, "yuan"), total: sum((entry) => entry.technicalFen) },
        { key: "by", label: t("recordedBy"), cell: (row) => row.recordedBy ?? t("system") },
        { key: "at", label: t("recordedAt"), cell: (row) => formatDateTime(row.recordedAt) },
        { key: "event", label: t("event"), className: "screen-only", cell: (row) => <a href={`#${row.eventId}`}>{t("see")}</a> },
      ]} />
    </section>
  );
}
