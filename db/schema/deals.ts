import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { dealSides, dealStages, dealStatuses, endReasons, participantRoles, participantStatuses } from "../../lib/deals/states";
import { dismissalReasons, interestStatuses } from "../../lib/interests/states";
import { id, moment, oneOf } from "./columns";
import { listings } from "./listings";
import { organisations } from "./organisations";
import { users } from "./users";

/** 意向: one organisation tells another that it wants to talk. `target` is the listing it answers. */
export const interests = pgTable("interests", {
  id: id(),
  targetListingId: uuid().notNull().references(() => listings.id),
  ownListingId: uuid().references(() => listings.id),
  fromOrganisationId: uuid().notNull().references(() => organisations.id),
  toOrganisationId: uuid().notNull().references(() => organisations.id),
  message: text().notNull(),
  status: text({ enum: interestStatuses }).notNull().default("sent"),
  reason: text({ enum: dismissalReasons }),
  answer: text(),
  sentBy: uuid().notNull().references(() => users.id),
  sentAt: moment().notNull(),
  expiresAt: moment().notNull(),
  answeredBy: uuid().references(() => users.id),
  answeredAt: moment(),
}, (t) => [
  check("interests_status", oneOf(t.status, interestStatuses)),
  check("interests_two_parties", sql`${t.fromOrganisationId} <> ${t.toOrganisationId}`),
  uniqueIndex("interests_one_open").on(t.targetListingId, t.fromOrganisationId).where(sql`status = 'sent'`),
  index("interests_to").on(t.toOrganisationId, t.status),
  index("interests_from").on(t.fromOrganisationId, t.status),
  index("interests_target").on(t.targetListingId),
  index("interests_own").on(t.ownListingId),
]);

export const deals = pgTable("deals", {
  id: id(),
  number: text().notNull().unique(),
  title: text().notNull(),
  interestId: uuid().notNull().unique().references(() => interests.id),
  achievementId: uuid().references(() => listings.id),
  needId: uuid().references(() => listings.id),
  sellerId: uuid().notNull().references(() => organisations.id),
  buyerId: uuid().notNull().references(() => organisations.id),
  stage: text({ enum: dealStages }).notNull().default("negotiation"),
  status: text({ enum: dealStatuses }).notNull().default("open"),
  nextStep: text(),
  nextSide: text({ enum: dealSides }),
  nextDue: text(),
  stageSince: moment().notNull(),
  openedAt: moment().notNull(),
  endedAt: moment(),
  endReason: text({ enum: endReasons }),
  endNote: text(),
  endedSide: text({ enum: dealSides }),
  demo: boolean().notNull().default(false),
}, (t) => [
  check("deals_stage", oneOf(t.stage, dealStages)),
  check("deals_status", oneOf(t.status, dealStatuses)),
  check("deals_two_parties", sql`${t.sellerId} <> ${t.buyerId}`),
  check("deals_ended_side", oneOf(t.endedSide, dealSides)),
  check("deals_ended", sql`(${t.status} = 'ended') = (${t.endReason} is not null)`),
  index("deals_seller").on(t.sellerId, t.status),
  index("deals_buyer").on(t.buyerId, t.status),
  index("deals_achievement").on(t.achievementId),
  index("deals_need").on(t.needId),
]);

export const dealParticipants = pgTable("deal_participants", {
  dealId: uuid().notNull().references(() => deals.id),
  userId: uuid().notNull().references(() => users.id),
  role: text({ enum: participantRoles }).notNull(),
  status: text({ enum: participantStatuses }).notNull(),
  invitedBy: uuid().references(() => users.id),
  since: moment().notNull(),
}, (t) => [
  primaryKey({ columns: [t.dealId, t.userId] }),
  index("deal_participants_user").on(t.userId, t.status),
  check("deal_participants_role", oneOf(t.role, participantRoles)),
  check("deal_participants_status", oneOf(t.status, participantStatuses)),
]);

export const dealMessages = pgTable("deal_messages", {
  id: id(),
  dealId: uuid().notNull().references(() => deals.id),
  authorId: uuid().notNull().references(() => users.id),
  organisationId: uuid().references(() => organisations.id),
  text: text().notNull(),
  sentAt: moment().notNull(),
}, (t) => [index("deal_messages_deal").on(t.dealId, t.sentAt)]);

export type DealTermsContent = {
  mode: string; totalFen: number; technicalFen: number; payment: string; ownership: string; delivery: string; startsOn: string; endsOn: string; other: string;
};

/** Each proposal is a version of the terms; both sides must agree to the same one. */
export const dealTerms = pgTable("deal_terms", {
  id: id(),
  dealId: uuid().notNull().references(() => deals.id),
  ordinal: integer().notNull(),
  content: jsonb().$type<DealTermsContent>().notNull(),
  proposedSide: text({ enum: dealSides }).notNull(),
  proposedBy: uuid().notNull().references(() => users.id),
  proposedAt: moment().notNull(),
  agreedBy: uuid().references(() => users.id),
  agreedAt: moment(),
}, (t) => [
  uniqueIndex("deal_terms_ordinal").on(t.dealId, t.ordinal),
  check("deal_terms_side", oneOf(t.proposedSide, dealSides)),
]);

/** Who may read the protected fields of a listing, and through which deal. */
export const disclosures = pgTable("disclosures", {
  listingId: uuid().notNull().references(() => listings.id),
  organisationId: uuid().notNull().references(() => organisations.id),
  dealId: uuid().notNull().references(() => deals.id),
  grantedAt: moment().notNull(),
  endedAt: moment(),
}, (t) => [primaryKey({ columns: [t.listingId, t.organisationId, t.dealId] })]);
