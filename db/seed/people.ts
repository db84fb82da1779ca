import { consentVersion } from "@/lib/users/consent";
import { hashPassword } from "@/lib/users/passwords";
import { db } from "@/db/client";
import { brokers, memberships, operators, organisations, users } from "@/db/schema";
import type { Membership, Person, Role } from "@/lib/core/actor";
import { makeCreditCode } from "@/lib/core/credit-code";
import { newId } from "@/lib/core/id";
import { organisationTexts, peopleTexts, type BrokerText, type OrganisationText } from "./content-files";
import { demoPassword, personas } from "./personas";

export type Cast = {
  /** Organisation id by key. */
  organisations: Map<string, { id: string; membership: Membership; demoKind: string }>;
  /** Somebody who may write for the organisation. */
  writerOf(key: string): Person;
  persona(key: string): Person;
  /** A verified broker by the key of the stories. */
  broker(key: string): { person: Person; brokerId: string };
  organisationText(key: string): OrganisationText;
  creditCodeOf(key: string): string;
};

type Row = { userId: string; name: string; memberships: Membership[]; operator: boolean; brokerId: string | null };

/** People and organisations exist before the story begins; like the first operator, they are written directly. */
export async function castPeople(startedAt: Date, only?: Set<string>): Promise<Cast> {
  const texts = organisationTexts().filter((text) => !only || only.has(text.key) || text.kind === "bureau" || text.kind === "agency");
  const passwordHash = await hashPassword(demoPassword);
  const orgs: Cast["organisations"] = new Map();
  for (const [index, text] of texts.entries()) {
    const id = newId(startedAt);
    const slug = text.key.toLowerCase().replace(/[^a-z0-9-]/g, "-").padEnd(2, "0");
    await db().insert(organisations).values({
      id, slug, name: text.name, verifiedName: text.name, shortName: text.shortName, kind: text.kind, creditCode: makeCreditCode(index + 1), districtCode: text.districtCode, nature: text.nature,
      introduction: text.introduction, verification: "verified", verifiedAt: startedAt, demo: true, createdAt: startedAt,
    });
    orgs.set(text.key, { id, demoKind: text.kind, membership: { organisationId: id, slug, name: text.shortName || text.name, kind: text.kind, verified: true, roles: [] } });
  }
  const rows = new Map<string, Row>();
  const addPerson = async (key: string, name: string, email: string, places: { key: string; roles: Role[] }[], operator: boolean) => {
    const userId = newId(startedAt);
    await db().insert(users).values({ id: userId, email, name, passwordHash, emailVerifiedAt: startedAt, consentVersion, consentedAt: startedAt, demo: true, createdAt: startedAt });
    const own: Membership[] = [];
    for (const place of places) {
      const org = orgs.get(place.key);
      if (!org) continue;
      await db().insert(memberships).values({ userId, organisationId: org.id, roles: place.roles, joinedAt: startedAt });
      own.push({ ...org.membership, roles: place.roles });
    }
    if (operator) await db().insert(operators).values({ userId, grantedAt: startedAt });
    const row: Row = { userId, name, memberships: own, operator, brokerId: null };
    rows.set(key, row);
    return row;
  };
  const { personas: others, brokers: brokerTexts } = peopleTexts();
  for (const persona of personas) {
    const row = await addPerson(persona.key, persona.name, persona.email, persona.organisations as { key: string; roles: Role[] }[], persona.operator);
    if (persona.broker) await makeBroker(row, persona.introduction, startedAt, brokerTexts.find((text) => persona.organisations.some((place) => place.key === text.agencyKey)));
  }
  const writers = new Map<string, Row>();
  const writes = (key: string, row: Row) => {
    if (row.memberships.some((m) => m.organisationId === orgs.get(key)?.id && m.roles.some((role) => role === "editor" || role === "administrator"))) writers.set(key, row);
  };
  for (const key of orgs.keys()) for (const row of rows.values()) if (!writers.has(key)) writes(key, row);
  for (const [key, org] of orgs) {
    if (writers.has(key) || org.demoKind === "bureau") continue;
    const person = others.find((one) => one.organisations[0]?.key === key);
    writers.set(key, await addPerson(`office-${key}`, person?.name ?? `${texts.find((text) => text.key === key)!.shortName}办`, `office-${key}@demo.local`, [{ key, roles: ["administrator", "editor"] }], false));
  }
  // The demo account's broker plays the first of the stories' brokers; the others are the people of their agencies.
  const brokerRows = new Map<string, Row>();
  for (const text of brokerTexts) {
    const row = writers.get(text.agencyKey)!;
    if (!row.brokerId) await makeBroker(row, text.introduction, startedAt, text);
    brokerRows.set(text.key, row);
  }
  const personOf = (row: Row, organisationId?: string): Person => ({
    kind: "person", userId: row.userId, name: row.name, emailVerified: true, operator: row.operator, brokerId: row.brokerId, memberships: row.memberships,
    acting: row.memberships.find((m) => m.organisationId === organisationId) ?? row.memberships[0] ?? null,
  });
  return {
    organisations: orgs,
    broker(key) {
      const row = brokerRows.get(key);
      if (!row?.brokerId) throw new Error(`no broker ${key}`);
      return { person: personOf(row), brokerId: row.brokerId };
    },
    creditCodeOf: (key) => makeCreditCode(texts.findIndex((one) => one.key === key) + 1),
    organisationText(key) {
      const text = texts.find((one) => one.key === key);
      if (!text) throw new Error(`no organisation ${key}`);
      return text;
    },
    writerOf(key) {
      const row = writers.get(key);
      if (!row) throw new Error(`nobody writes for ${key}`);
      return personOf(row, orgs.get(key)?.id);
    },
    persona(key) {
      const row = rows.get(key);
      if (!row) throw new Error(`no persona ${key}`);
      return personOf(row);
    },
  };
}

async function makeBroker(row: Row, introduction: string, at: Date, text?: BrokerText): Promise<void> {
  row.brokerId = newId(at);
  await db().insert(brokers).values({
    id: row.brokerId, userId: row.userId, organisationId: row.memberships[0]?.organisationId ?? null, introduction, status: "approved", appliedAt: at, decidedAt: at,
    ...(text ? { fieldCodes: text.fields, districtCode: text.districtCode } : {}),
  });
}
