import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brokers } from "@/db/schema";
import { fieldOf } from "@/lib/codes/taxonomy";
import { isMember, type Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { leadsTo } from "@/lib/core/transitions";
import { mayDecideBrokers } from "./policy";
import { brokerTransitions, type BrokerStatus } from "./states";

export type BrokerRow = { id: string; userId: string; status: BrokerStatus };

const columns = { id: brokers.id, userId: brokers.userId, status: brokers.status };

export async function findOwnBroker(tx: Tx, actor: Actor): Promise<BrokerRow | null> {
  if (actor.kind !== "person") return null;
  const [row] = await tx.select(columns).from(brokers).where(eq(brokers.userId, actor.userId));
  return row ?? null;
}

/** @throws NotFound for everybody who does not decide about brokers */
export async function findBroker(tx: Tx, actor: Actor, brokerId: string): Promise<BrokerRow> {
  const [row] = mayDecideBrokers(actor) ? await tx.select(columns).from(brokers).where(eq(brokers.id, brokerId)) : [];
  if (!row) throw new NotFound();
  return row;
}

/** @throws Conflict when somebody moved it before, or nothing leads there from where it stands */
export async function moveBroker(tx: Tx, broker: BrokerRow, { status, remark = null }: { status: BrokerStatus; remark?: string | null }): Promise<void> {
  if (!leadsTo(brokerTransitions, broker.status, status)) throw new Conflict();
  const [moved] = await tx.update(brokers).set({ status, remark, decidedAt: clock.now() })
    .where(and(eq(brokers.id, broker.id), eq(brokers.status, broker.status))).returning({ id: brokers.id });
  if (!moved) throw new Conflict();
}

/** @throws Invalid for a field that does not exist or an agency one does not belong to */
export function assertSayable(actor: Actor, said: { fieldCodes: string[]; organisationId: string | null }): void {
  if (!said.fieldCodes.every((code) => fieldOf(code))) throw new Invalid({ fieldCodes: { code: "choose" } });
  if (said.organisationId && !isMember(actor, said.organisationId)) throw new Invalid({ organisationId: { code: "choose" } });
}

export function brokerSubjects(broker: { id: string; userId: string }) {
  return [{ kind: "broker" as const, id: broker.id }, { kind: "user" as const, id: broker.userId }];
}
