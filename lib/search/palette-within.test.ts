import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { brokers, users } from "@/db/schema";
import { makeAchieving, type Achieving } from "@/db/testing/achieving";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeBroker, makePublished } from "@/db/testing/market";
import { visitor, type Actor } from "@/lib/core/actor";
import { paletteHits } from "./palette";

useDatabase();

let world: Achieving, elsewhere: Actor;
const found = async (actor: Actor, typed: string) => (await paletteHits(actor, typed)).map(({ kind, id, slug }) => ({ kind, id, slug: slug ?? null }));

beforeAll(async () => {
  world = await makeAchieving();
  elsewhere = await makePerson({ organisation: await makeOrganisation(), roles: ["administrator"] });
});

describe("own records that are not public", () => {
  it("are found by their members, by title, number or initials, until they are public; by nobody else", async () => {
    const id = await world.written({ title: "极寒传感阵列" });
    for (const typed of ["极寒传感", "jhcg"]) {
      for (const member of [world.author, world.colleague]) expect(await found(member, typed)).toEqual([{ kind: "achievement", id, slug: world.owner.slug }]);
      for (const other of [visitor, elsewhere, world.reviewer]) expect(await found(other, typed)).toEqual([]);
    }
    const shown = await world.published({ title: "极寒传感网络" });
    expect(await found(elsewhere, "极寒传感")).toEqual([{ kind: "achievement", id: shown, slug: null }]);
    expect(await found(world.author, "极寒传感网络")).toEqual([{ kind: "achievement", id: shown, slug: null }]);
  });
});

describe("the queue of reviews", () => {
  it("is found by title, by the bureau alone", async () => {
    const { reviewId } = await world.submitted({ title: "冰下探测浮标" });
    for (const typed of ["冰下探测", "bxtc"]) {
      expect(await found(world.reviewer, typed)).toEqual([{ kind: "review", id: reviewId, slug: null }]);
      for (const other of [visitor, elsewhere]) expect(await found(other, typed)).toEqual([]);
    }
  });
});

describe("people", () => {
  it("are found where they are public: brokers while they are approved, and who completed what", async () => {
    const broker = await makeBroker();
    await db().update(users).set({ name: "欧阳经理" }).where(eq(users.id, broker.userId));
    for (const typed of ["欧阳经", "oyjl"]) expect(await found(visitor, typed)).toEqual([{ kind: "broker", id: broker.brokerId, slug: null }]);
    await db().update(brokers).set({ status: "suspended" }).where(eq(brokers.id, broker.brokerId));
    expect(await found(world.reviewer, "欧阳经")).toEqual([]);

    const completers = [{ name: "司马光启" }];
    const { id } = await makePublished("achievement", world.owner, { title: "谐波传动", completers });
    await makePublished("achievement", world.owner, { title: "不说是谁", completers, audience: { completers: "registered" } });
    expect((await paletteHits(visitor, "司马光启")).map((hit) => [hit.id, hit.detail])).toEqual([[id, "司马光启"]]);
    expect(await found(elsewhere, "司马光启")).toHaveLength(1);
  });
});
