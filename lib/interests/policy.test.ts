import { expect, test } from "vitest";
import type { Membership, Person } from "@/lib/core/actor";
import { visitor } from "@/lib/core/actor";
import { sendersOf } from "./policy";

const membership = (slug: string, more: Partial<Membership> = {}): Membership => ({ organisationId: slug, slug, name: slug, kind: "enterprise", verified: true, roles: ["editor"], ...more });

test("who has several organisations may send for each that may, whichever they act for", () => {
  const memberships = [membership("owner"), membership("first"), membership("second"), membership("looks-on", { roles: ["viewer"] }), membership("new", { verified: false }), membership("bureau", { kind: "bureau", roles: ["reviewer"] })];
  const person: Person = { kind: "person", userId: "u", name: "u", emailVerified: true, operator: false, brokerId: null, memberships, acting: null };
  const slugs = (status: string, barred: string[] = [], over = false) => sendersOf(person, { organisationId: "owner", status, over, barred }).map(({ slug }) => slug);
  expect(slugs("published")).toEqual(["first", "second"]);
  expect(slugs("withdrawn")).toEqual([]);
  expect(slugs("published", [], true)).toEqual([]);
  expect(slugs("published", ["first"])).toEqual(["second"]);
  expect(slugs("published", ["owner"])).toEqual([]);
  expect(sendersOf(visitor, { organisationId: "owner", status: "published", over: false, barred: [] })).toEqual([]);
});
