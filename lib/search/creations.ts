import { and, desc, eq, inArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import { brokers, deals } from "@/db/schema";
import { canApply } from "@/lib/brokers/policy";
import { canUploadLedger } from "@/lib/contracts/imports/policy";
import { may, mayAtBureau, type Actor, type Membership, type Person } from "@/lib/core/actor";
import { canSign } from "@/lib/deals/policy";
import { canDraft } from "@/lib/listings/policy";
import { canCreateOrganisation } from "@/lib/organisations/policy";
import { canReportValue, canSetTarget } from "@/lib/targets/policy";

/** What a person can begin, in the order in which it is offered. */
export type CreationAct = "achievement" | "need" | "contract" | "ledger" | "target" | "value" | "dishonesty" | "member" | "organisation" | "broker";
/** `slug`: in whose name; `of`: what tells it from the same act elsewhere, the organisation's name or the deal's title. */
export type Creation = { act: CreationAct; slug: string | null; id: string | null; of: string | null };

/** Deals that wait for the record of their contract: the newest. */
const mostDeals = 5;

/** Everything that this person may begin now, asked of the same predicates as the buttons. */
export async function creationsOf(actor: Actor): Promise<Creation[]> {
  if (actor.kind !== "person") return [];
  const plain = (act: CreationAct, allowed: boolean): Creation[] => (allowed ? [{ act, slug: null, id: null, of: null }] : []);
  // In the name of the organisation that the person acts for first.
  const own = [...actor.memberships].sort((a, b) => Number(b.organisationId === actor.acting?.organisationId) - Number(a.organisationId === actor.acting?.organisationId));
  const each = (act: CreationAct, allowed: (membership: Membership) => boolean): Creation[] => own.filter(allowed).map((one) => ({ act, slug: one.slug, id: null, of: own.length > 1 ? one.name : null }));
  const writes = ({ organisationId, kind }: Membership) => canDraft(actor, { id: organisationId, kind });
  const [toRecord, applies] = await Promise.all([contractsToRecord(actor), mayApply(actor)]);
  return [
    ...each("achievement", writes), ...each("need", writes), ...toRecord,
    ...plain("ledger", canUploadLedger(actor)), ...plain("target", canSetTarget(actor)), ...plain("value", canReportValue(actor)), ...plain("dishonesty", mayAtBureau(actor, "oversee")),
    ...each("member", ({ organisationId }) => may(actor, "members", organisationId)),
    // Who belongs to one already seldom means another: they find it on its page.
    ...plain("organisation", own.length === 0 && canCreateOrganisation(actor)), ...plain("broker", applies),
  ];
}

/** Where it is begun. */
export function creationHref({ act, slug, id }: Creation): string {
  const pages: Record<CreationAct, string> = {
    achievement: `/o/${slug}/achievements/new`, need: `/o/${slug}/needs/new`, contract: `/o/${slug}/deals/${id}?tab=contract`, ledger: "/ledger", target: "/indicators", value: "/indicators",
    dishonesty: "/integrity/new", member: `/o/${slug}/members`, organisation: "/welcome/new", broker: "/me/broker",
  };
  return pages[act];
}

async function contractsToRecord(actor: Person): Promise<Creation[]> {
  // Of those for which this person decides: others would take their places, and open a room without the button.
  const own = new Map(actor.memberships.filter(({ organisationId }) => may(actor, "decide", organisationId)).map((one) => [one.organisationId, one.slug]));
  if (own.size === 0) return [];
  const ids = [...own.keys()];
  const rows = await db().select({ id: deals.id, title: deals.title, sellerId: deals.sellerId, buyerId: deals.buyerId, stage: deals.stage, status: deals.status }).from(deals)
    .where(and(eq(deals.status, "open"), eq(deals.stage, "signing"), or(inArray(deals.sellerId, ids), inArray(deals.buyerId, ids)))).orderBy(desc(deals.stageSince)).limit(mostDeals);
  return rows.filter((deal) => canSign(actor, deal)).map((deal) => ({ act: "contract", slug: own.get(deal.sellerId) ?? own.get(deal.buyerId) ?? null, id: deal.id, of: deal.title }));
}

/** Who is a broker already may not apply again. */
async function mayApply(actor: Person): Promise<boolean> {
  if (actor.brokerId) return false;
  const [row] = await db().select({ userId: brokers.userId, status: brokers.status }).from(brokers).where(eq(brokers.userId, actor.userId));
  return canApply(actor, row ?? null);
}
