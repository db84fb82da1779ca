import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { listings, notifications } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { follow } from "@/lib/worker/follow";
import { declineInterest } from "./decline";
import { sendInterest } from "./send";

useDatabase();

/** Somebody's interest in this need is declined, and perhaps the need is taken down before anybody is told. @returns what the sender reads */
async function told({ down = false, unpublished = false, ...said }: { anonymous: boolean; alias?: string | null; down?: boolean; unpublished?: boolean }): Promise<{ kind: string; values: Record<string, string | number> }> {
  const [owner, sender] = [await makeOrganisation({ kind: "enterprise", name: "示例动力公司" }), await makeOrganisation()];
  const [buyer, office] = [await makePerson({ organisation: owner }), await makePerson({ organisation: sender })];
  const need = await makePublished("need", owner, { title: "低温锂电池热管理", ...said });
  const { id } = await sendInterest(office, { targetListingId: need.id, message: "这件事我们能做。" });
  await declineInterest(buyer, { interestId: id, reason: "too_early" });
  if (down) await db().update(listings).set({ status: "withdrawn" }).where(eq(listings.id, need.id));
  if (unpublished) await db().update(listings).set({ status: "pending", workingVersionId: sql`published_version_id`, publishedVersionId: null }).where(eq(listings.id, need.id));
  await follow();
  const [notice] = await db().select({ kind: notifications.kind, values: notifications.values }).from(notifications).where(and(eq(notifications.userId, office.userId), eq(notifications.subjectId, id)));
  return notice!;
}

test("who declined is told by the name that they show, and an anonymous one without a name by none", async () => {
  expect(await told({ anonymous: false })).toMatchObject({ kind: "interest.declined", values: { organisation: "示例动力公司", title: "低温锂电池热管理" } });
  expect(await told({ anonymous: true, alias: "某动力企业" })).toMatchObject({ kind: "interest.declined", values: { organisation: "某动力企业" } });
  expect(await told({ anonymous: true, alias: null })).toMatchObject({ kind: "interest.declined.unnamed", values: { title: "低温锂电池热管理" } });
});

test("nobody is named by a need whose approval was taken back meanwhile", async () => {
  const notice = await told({ anonymous: true, alias: "某动力企业", unpublished: true });
  expect(JSON.stringify(notice)).not.toContain("示例动力");
  expect(notice.kind).toBe("interest.declined.unnamed");
});

test("a need that is down by then still has its name", async () => {
  expect(await told({ anonymous: false, down: true })).toMatchObject({ kind: "interest.declined", values: { title: "低温锂电池热管理" } });
});
