import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { contractOrigins, contractStatuses, contractTypes, partySides } from "../../lib/contracts/states";
import { registrationStatuses, sellerStatuses } from "../../lib/contracts/registrations/states";
import { entryKinds, importStatuses } from "../../lib/ledger/states";
import { eventAt, eventId, fen, id, moment, oneOf, safeFen } from "./columns";
import { deals } from "./deals";
import { files } from "./files";
import { listingVersions } from "./listings";
import { organisations } from "./organisations";
import { users } from "./users";

export type RowProblem = { column: string; code: string; values?: Record<string, string | number> };

/** One Excel ledger of the registration authority on its way in (domain A2). */
export const imports = pgTable("imports", {
  id: id(),
  fileId: uuid().references(() => files.id),
  fileName: text().notNull(),
  status: text({ enum: importStatuses }).notNull(),
  totalRows: integer().notNull().default(0),
  goodRows: integer().notNull().default(0),
  badRows: integer().notNull().default(0),
  totalFen: fen().notNull().default(0),
  importedRows: integer().notNull().default(0),
  /** Nobody writes or reads it any more; it goes with a later release, since the build before this one runs on this schema, too. */
  problem: text(),
  uploadedBy: uuid().notNull().references(() => users.id),
  uploadedAt: moment().notNull(),
  confirmedBy: uuid().references(() => users.id),
  confirmedAt: moment(),
  undoneBy: uuid().references(() => users.id),
  undoneAt: moment(),
  demo: boolean().notNull().default(false),
}, (t) => [check("imports_status", oneOf(t.status, importStatuses))]);

export const importRows = pgTable("import_rows", {
  importId: uuid().notNull().references(() => imports.id),
  row: integer().notNull(),
  raw: jsonb().$type<Record<string, string>>().notNull(),
  parsed: jsonb().$type<Record<string, unknown>>(),
  problems: jsonb().$type<RowProblem[]>().notNull().default([]),
  contractId: uuid(),
}, (t) => [primaryKey({ columns: [t.importId, t.row] })]);

export const contracts = pgTable("contracts", {
  id: id(),
  number: text().notNull().unique(),
  origin: text({ enum: contractOrigins }).notNull(),
  dealId: uuid().references(() => deals.id),
  importId: uuid().references(() => imports.id),
  title: text().notNull(),
  type: text({ enum: contractTypes }).notNull(),
  subType: text(),
  totalFen: fen().notNull(),
  technicalFen: fen().notNull(),
  signedOn: date({ mode: "string" }).notNull(),
  startsOn: date({ mode: "string" }),
  endsOn: date({ mode: "string" }),
  fieldCode: text(),
  techArea: text().notNull(),
  ipKind: text(),
  planSource: text(),
  payment: text(),
  /** Version of the deal's terms whose amounts this contract carries. */
  termsOrdinal: integer(),
  /** The published versions of the deal's records as they were at signing (domain A5); a later revision changes what the deal links to, not what was signed. */
  achievementVersionId: uuid().references(() => listingVersions.id),
  needVersionId: uuid().references(() => listingVersions.id),
  status: text({ enum: contractStatuses }).notNull().default("signed"),
  closedOn: date({ mode: "string" }),
  closingNote: text(),
  closedBy: uuid().references(() => users.id),
  closedAt: moment(),
  recordedBy: uuid().references(() => users.id),
  recordedAt: moment().notNull(),
  eventAt: eventAt(),
  eventId: eventId(),
  demo: boolean().notNull().default(false),
}, (t) => [
  check("contracts_origin", oneOf(t.origin, contractOrigins)),
  check("contracts_origin_source", sql`(${t.origin} = 'deal') = (${t.dealId} is not null) and (${t.origin} = 'ledger') = (${t.importId} is not null)`),
  check("contracts_type", oneOf(t.type, contractTypes)),
  check("contracts_status", oneOf(t.status, contractStatuses)),
  check("contracts_closed", sql`(${t.status} in ('fulfilled', 'terminated')) = (${t.closedOn} is not null and ${t.closingNote} is not null)`),
  check("contracts_amounts", sql`${t.totalFen} > 0 and ${t.technicalFen} >= 0 and ${t.technicalFen} <= ${t.totalFen} and ${safeFen(t.totalFen)}`),
  check("contracts_dates", sql`${t.endsOn} is null or ${t.startsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
  // `earliestDate` of lib/core/dates, also for who writes past the acts. What has come to its end is left alone: a year that was mistyped
  // before this wall stood must still be cancelled or undone.
  check("contracts_earliest", sql`${t.status} <> 'signed' or least(${t.signedOn}, ${t.startsOn}, ${t.endsOn}) >= '1985-01-01'`),
  index("contracts_deal").on(t.dealId),
  index("contracts_achievement_version").on(t.achievementVersionId).where(sql`achievement_version_id is not null`),
  index("contracts_need_version").on(t.needVersionId).where(sql`need_version_id is not null`),
  // The palette takes the newest that hold what was typed.
  index("contracts_newest").on(t.signedOn.desc().nullsFirst(), t.number.desc().nullsFirst()),
  index("contracts_import").on(t.importId),
  // Few are: those that stand are counted without them.
  index("contracts_undone").on(t.id).where(sql`status = 'undone'`),
]);

/** A snapshot taken at signing, linked to an organisation of the platform where there is one (domain A6). */
export const contractParties = pgTable("contract_parties", {
  id: id(),
  contractId: uuid().notNull().references(() => contracts.id),
  side: text({ enum: partySides }).notNull(),
  position: integer().notNull(),
  /** Share of this side in hundredths of a per cent; the shares of a side add up to 10,000. */
  shareBasisPoints: integer(),
  registers: boolean().notNull().default(false),
  organisationId: uuid().references(() => organisations.id),
  userId: uuid().references(() => users.id),
  name: text().notNull(),
  creditCode: text(),
  nature: text(),
  districtCode: text(),
  country: text().notNull().default("CN"),
}, (t) => [
  uniqueIndex("contract_parties_position").on(t.contractId, t.side, t.position),
  uniqueIndex("contract_parties_one_registers").on(t.contractId).where(sql`registers`),
  // The seller registers, once (domain B4).
  check("contract_parties_registers", sql`not ${t.registers} or ${t.side} = 'seller'`),
  check("contract_parties_side", oneOf(t.side, partySides)),
  check("contract_parties_share", sql`(${t.side} = 'broker') = (${t.shareBasisPoints} is null) and ${t.shareBasisPoints} between 1 and 10000`),
  check("contract_parties_place", sql`${t.side} = 'broker' or ${t.districtCode} is not null or ${t.country} <> 'CN'`),
  index("contract_parties_organisation").on(t.organisationId),
  // Few are: brokers who are parties in their own name.
  index("contract_parties_user").on(t.userId).where(sql`user_id is not null`),
]);

export const registrations = pgTable("registrations", {
  id: id(),
  contractId: uuid().notNull().unique().references(() => contracts.id),
  status: text({ enum: registrationStatuses }).notNull().default("draft"),
  submittedAt: moment(),
  submittedBy: uuid().references(() => users.id),
  /** What it was when it was handed in last, to be it again if it is taken back. */
  submittedFrom: text({ enum: sellerStatuses }),
  acceptedOn: date({ mode: "string" }),
  dueOn: text(),
  officialNumber: text(),
  registeredOn: date({ mode: "string" }),
  recognisedTotalFen: fen(),
  recognisedTechnicalFen: fen(),
  recordedBy: uuid().references(() => users.id),
  recordedAt: moment(),
  remark: text(),
}, (t) => [
  check("registrations_status", oneOf(t.status, registrationStatuses)),
  check("registrations_submitted_from", oneOf(t.submittedFrom, sellerStatuses)),
  check("registrations_number_form", sql`${t.officialNumber} ~ '^[0-9A-Z]{14,16}$'`),
  check("registrations_registered", sql`${t.status} not in ('registered', 'changed') or (${t.officialNumber} is not null and ${t.registeredOn} is not null and ${t.recognisedTotalFen} is not null and ${t.recognisedTechnicalFen} is not null and ${t.recognisedTotalFen} > 0 and ${t.recognisedTechnicalFen} between 0 and ${t.recognisedTotalFen})`),
  // The same official number can never be counted twice (domain A2); an undone import gives its numbers free again.
  uniqueIndex("registrations_official_number").on(t.officialNumber).where(sql`status <> 'undone'`),
]);

/** Signed, append-only. The year's figure is the sum of `amountFen` over `countsOn` with the seller in Harbin (domain A1). */
export const ledgerEntries = pgTable("ledger_entries", {
  id: id(),
  kind: text({ enum: entryKinds }).notNull(),
  countsOn: date({ mode: "string" }).notNull(),
  amountFen: fen().notNull(),
  technicalFen: fen().notNull(),
  /** +1 when a contract begins to count, -1 when it ceases to, 0 for a change. */
  contracts: integer().notNull(),
  contractId: uuid().notNull().references(() => contracts.id),
  registrationId: uuid().notNull().references(() => registrations.id),
  reversesId: uuid().unique(),
  type: text({ enum: contractTypes }).notNull(),
  subType: text(),
  fieldCode: text(),
  techArea: text().notNull(),
  sellerDistrict: text(),
  sellerNature: text(),
  sellerName: text().notNull(),
  institutionId: uuid(),
  buyerDistrict: text(),
  buyerCountry: text().notNull(),
  buyerNature: text(),
  ipKind: text(),
  planSource: text(),
  sellerInHarbin: boolean().notNull(),
  buyerInHarbin: boolean().notNull(),
  recordedBy: uuid().references(() => users.id),
  recordedAt: moment().notNull(),
  eventAt: eventAt(),
  eventId: eventId(),
}, (t) => [
  check("ledger_entries_kind", oneOf(t.kind, entryKinds)),
  check("ledger_entries_sign", sql`case ${t.kind} when 'registered' then ${t.amountFen} > 0 and ${t.contracts} = 1 when 'cancelled' then ${t.amountFen} < 0 and ${t.contracts} = -1 when 'reversed' then ${t.reversesId} is not null else ${t.contracts} = 0 end`),
  check("ledger_entries_fen", sql`${safeFen(t.amountFen)} and ${safeFen(t.technicalFen)}`),
  index("ledger_entries_counts_on").on(t.countsOn),
  index("ledger_entries_contract").on(t.contractId),
]);
