import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { achievementStages, listingKinds, listingStatuses, revisionStatuses, versionStatuses, type Audience } from "../../lib/listings/states";
import { fen, id, moment, oneOf, safeFen } from "./columns";
import { taxonomyTerms } from "./codes";
import { organisations } from "./organisations";
import { users } from "./users";

/** What achievements and needs have in common: an owner, a life, versions. Their texts are in the tables below. */
export const listings = pgTable("listings", {
  id: id(),
  kind: text({ enum: listingKinds }).notNull(),
  number: text().notNull().unique(),
  organisationId: uuid().notNull().references(() => organisations.id),
  status: text({ enum: listingStatuses }).notNull().default("draft"),
  revision: text({ enum: revisionStatuses }).notNull().default("none"),
  publishedVersionId: uuid(),
  workingVersionId: uuid(),
  publishedAt: moment(),
  statusReason: text(),
  createdBy: uuid().references(() => users.id),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
  demo: boolean().notNull().default(false),
}, (t) => [
  check("listings_kind", oneOf(t.kind, listingKinds)),
  check("listings_status", oneOf(t.status, listingStatuses)),
  check("listings_revision", oneOf(t.revision, revisionStatuses)),
  check("listings_published_has_version", sql`${t.status} not in ('published', 'withdrawn', 'suspended', 'closed') or ${t.publishedVersionId} is not null`),
  check("listings_revision_beside_published", sql`${t.revision} = 'none' or ${t.publishedVersionId} is not null`),
  index("listings_organisation").on(t.organisationId, t.kind, t.status),
  index("listings_published").on(t.kind, t.publishedAt).where(sql`status = 'published'`),
]);

export const listingVersions = pgTable("listing_versions", {
  id: id(),
  listingId: uuid().notNull().references(() => listings.id),
  ordinal: integer().notNull(),
  status: text({ enum: versionStatuses }).notNull().default("working"),
  /** Grows with every save; a save that read an older one is a conflict (two people, one draft). */
  lock: integer().notNull().default(0),
  editingSession: uuid(),
  secrecyReviewedBy: text(),
  secrecyReviewedOn: date({ mode: "string" }),
  exportControl: text({ enum: ["no", "yes", "not_sure"] }),
  submittedAt: moment(),
  submittedBy: uuid().references(() => users.id),
  decidedAt: moment(),
  createdAt: moment().notNull(),
  savedAt: moment().notNull(),
  savedBy: uuid().references(() => users.id),
}, (t) => [
  uniqueIndex("listing_versions_ordinal").on(t.listingId, t.ordinal),
  uniqueIndex("listing_versions_one_in_work").on(t.listingId).where(sql`status in ('working', 'pending', 'sent_back')`),
  uniqueIndex("listing_versions_one_published").on(t.listingId).where(sql`status = 'published'`),
  check("listing_versions_status", oneOf(t.status, versionStatuses)),
]);

export type IpItem = { kind: string; number?: string | undefined; status: string; title?: string | undefined };
export type Advantage = { indicator: string; ours: string; unit: string; current: string; evidence: string };
export type Completer = { name: string; title?: string | undefined; organisation?: string | undefined };
export type AudienceMap = Record<string, Audience>;

export const achievementVersions = pgTable("achievement_versions", {
  versionId: uuid().primaryKey().references(() => listingVersions.id),
  title: text().notNull().default(""),
  summary: text().notNull().default(""),
  description: text().notNull().default(""),
  industryCode: text().references(() => taxonomyTerms.code),
  fieldCode: text().references(() => taxonomyTerms.code),
  directionCode: text().references(() => taxonomyTerms.code),
  techArea: text(),
  keywords: text().array().notNull().default([]),
  maturity: integer(),
  stage: text({ enum: achievementStages }),
  ip: jsonb().$type<IpItem[]>().notNull().default([]),
  scenes: text().array().notNull().default([]),
  advantages: jsonb().$type<Advantage[]>().notNull().default([]),
  modes: text().array().notNull().default([]),
  priceKind: text({ enum: ["negotiable", "fixed", "from"] }).notNull().default("negotiable"),
  priceFen: fen(),
  coOwners: text().array().notNull().default([]),
  completers: jsonb().$type<Completer[]>().notNull().default([]),
  districtCode: text(),
  audience: jsonb().$type<AudienceMap>().notNull().default({}),
}, (t) => [
  check("achievement_versions_maturity", sql`${t.maturity} between 1 and 13`),
  check("achievement_versions_stage", oneOf(t.stage, achievementStages)),
  check("achievement_versions_price", sql`${t.priceFen} >= 0 and ${safeFen(t.priceFen)}`),
]);

export type Elements = { material: string | null; method: string | null; effect: string | null; product: string | null; application: string | null };
export type TargetIndicator = { name: string; comparator: "ge" | "le" | "eq" | "text"; target: string; unit: string; current: string; required: "must" | "wish" };

export const needVersions = pgTable("need_versions", {
  versionId: uuid().primaryKey().references(() => listingVersions.id),
  title: text().notNull().default(""),
  problem: text().notNull().default(""),
  elements: jsonb().$type<Elements>().notNull().default({ material: null, method: null, effect: null, product: null, application: null }),
  indicators: jsonb().$type<TargetIndicator[]>().notNull().default([]),
  industryCode: text().references(() => taxonomyTerms.code),
  fieldCode: text().references(() => taxonomyTerms.code),
  directionCode: text().references(() => taxonomyTerms.code),
  techArea: text(),
  keywords: text().array().notNull().default([]),
  requiredMaturity: integer(),
  budgetKind: text({ enum: ["range", "negotiable"] }).notNull().default("negotiable"),
  budgetMinFen: fen(),
  budgetMaxFen: fen(),
  deadline: date({ mode: "string" }),
  modes: text().array().notNull().default([]),
  districtCode: text(),
  notSought: text().notNull().default(""),
  anonymous: boolean().notNull().default(false),
  alias: text(),
  audience: jsonb().$type<AudienceMap>().notNull().default({}),
}, (t) => [
  check("need_versions_maturity", sql`${t.requiredMaturity} between 1 and 13`),
  // That the upper end is not below the lower one is asked of a submission only: a draft keeps what was typed.
  check("need_versions_budget", sql`${t.budgetMinFen} >= 0 and ${t.budgetMaxFen} >= 0 and ${safeFen(t.budgetMinFen)} and ${safeFen(t.budgetMaxFen)}`),
]);
