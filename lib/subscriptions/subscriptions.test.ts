import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { listings, notifications, savedSearchHits } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { system, type Membership, type Person } from "@/lib/core/actor";
import { clock, withClock } from "@/lib/core/clock";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { Conflict, Invalid, LimitReached, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { getDigest } from "@/lib/digests/queries";
import { forgetStale, sendDigests } from "@/lib/digests/tell";
import { record } from "@/lib/events/record";
import { follow } from "@/lib/worker/follow";
import { searchOf } from "./address";
import { changeSearch } from "./change";
import { foundAmong } from "./hits";
import { pauseSearch } from "./pause";
import { findSavedSearch, listRemovedSearches, listSavedSearches, markLooked } from "./queries";
import { removeSearch } from "./remove";
import { restoreSearch } from "./restore";
import { resumeSearch } from "./resume";
import { saveSearch } from "./save";
import { searchesPerPerson } from "./states";

// Without a search server the simple search answers: what is tested here is what is asked, told and counted.
useDatabase();

let owner: Membership, person: Person;

beforeAll(async () => {
  owner = await makeOrganisation();
  person = await makePerson();
});

/** A record appears on the market, and the worker has followed. */
async function publish(title: string): Promise<string> {
  const { id } = await makePublished("achievement", owner, { title });
  await db().transaction((tx) => record(tx, { id: newId(), at: clock.now(), name: "achievement.approved", actor: system("test"), subjects: [{ kind: "achievement", id }] }));
  await follow();
  return id;
}

it("a query is as typed only where there is a query", () => {
  expect([searchOf({ q: "graphane", asTyped: "1", page: "3" }), searchOf({ asTyped: "1" })]).toEqual(["q=graphane&asTyped=1", ""]);
});

const minutes = (n: number) => new Date(Date.now() + n * 60_000);

describe("a saved search", () => {
  it("finds what appears afterwards, once, and tells it in a digest", async () => {
    const before = await publish("低温碳纤维叶片");
    const { id } = await saveSearch(person, { name: "叶片", query: "q=碳纤维&page=3&sort=newest", frequency: "at_once" });
    const found = await publish("碳纤维预浸料");
    await publish("大豆育种");
    const kept = await findSavedSearch(person, id);
    expect(kept?.hits.map((hit) => hit.id)).toEqual([found]);
    expect(kept?.hits.map((hit) => hit.id)).not.toContain(before);
    expect(kept?.search).toMatchObject({ fresh: 1, found: 1, query: searchOf({ q: "碳纤维" }) });
    await db().transaction((tx) => record(tx, { id: newId(), at: clock.now(), name: "achievement.relisted", actor: system("test"), subjects: [{ kind: "achievement", id: found }] }));
    await follow();
    expect(await db().$count(savedSearchHits, eq(savedSearchHits.searchId, id))).toBe(1);

    expect(await withClock(minutes(2), sendDigests)).toBe(1);
    expect(await withClock(minutes(90), sendDigests)).toBe(0);
    await follow();
    const [notice] = await db().select().from(notifications).where(and(eq(notifications.kind, "digest.told"), eq(notifications.userId, person.userId)));
    expect(notice?.values).toMatchObject({ matches: 0, hits: 1 });
    expect((await getDigest(person, notice!.subjectId)).hits).toMatchObject([{ id: found, search: "叶片" }]);

    await markLooked(person, id, kept!.hits);
    expect((await listSavedSearches(person)).find((one) => one.id === id)).toMatchObject({ fresh: 0, found: 1 });
    await pauseSearch(person, { searchId: id }); // the others are told of their own
  });

  it("does not take for seen what comes while its reader looks", async () => {
    const { id } = await saveSearch(person, { name: "轴承", query: "q=轴承", frequency: "at_once" });
    const { hits } = (await findSavedSearch(person, id))!;
    // The worker began before the look, and is done after it.
    const recordId = await publish("陶瓷轴承");
    await withClock(minutes(1), () => markLooked(person, id, hits));
    expect((await findSavedSearch(person, id))?.hits).toMatchObject([{ id: recordId, fresh: true }]);
    expect(await withClock(minutes(200), sendDigests)).toBe(1);
    await markLooked(person, id, (await findSavedSearch(person, id))!.hits);
    expect((await findSavedSearch(person, id))?.search).toMatchObject({ fresh: 0, found: 1 });
  });

  it("finds again what waited when its owner was suspended and is back", async () => {
    const { id } = await saveSearch(person, { name: "液压", query: "q=液压", frequency: "none" });
    const recordId = await publish("液压伺服阀");
    const hits = async () => (await findSavedSearch(person, id))?.hits.map((hit) => hit.id) ?? [];
    expect(await hits()).toEqual([recordId]);
    await db().execute(sql`update organisations set suspended_at = now() where id = ${owner.organisationId}`);
    await forgetStale();
    await db().execute(sql`update organisations set suspended_at = null where id = ${owner.organisationId}`);
    expect(await db().$count(savedSearchHits, eq(savedSearchHits.searchId, id)), "what is gone from the market is forgotten").toBe(0);
    await db().transaction((tx) => record(tx, { id: newId(), at: clock.now(), name: "organisation.restored", actor: system("test"), subjects: [{ kind: "organisation", id: owner.organisationId }] }));
    await follow();
    expect(await hits()).toEqual([recordId]);
  });

  it("finds all that an organisation has brought back, however much it is", async () => {
    const many = await makeOrganisation(), { id } = await saveSearch(person, { name: "滚柱", query: "q=滚柱", frequency: "none" });
    for (let n = 0; n < 130; n += 1) await makePublished("achievement", many, { title: `低温滚柱${n}` });
    expect(await foundAmong("q=滚柱", (await db().select({ id: listings.id }).from(listings).where(eq(listings.organisationId, many.organisationId))).map((row) => row.id))).toHaveLength(130);
    await db().transaction((tx) => record(tx, { id: newId(), at: clock.now(), name: "organisation.restored", actor: system("test"), subjects: [{ kind: "organisation", id: many.organisationId }] }));
    await follow();
    expect(await db().$count(savedSearchHits, eq(savedSearchHits.searchId, id))).toBe(130);
  });

  it("tells of nothing that is over by the time it tells", async () => {
    const reader = await makePerson();
    const { id } = await saveSearch(reader, { name: "密封", query: "q=密封", frequency: "weekly" });
    const records = [await makePublished("need", owner, { title: "密封圈", deadline: addDays(todayInHarbin(clock.now()), 1) }), await makePublished("need", owner, { title: "密封胶" })];
    await db().transaction((tx) => record(tx, { id: newId(), at: clock.now(), name: "need.approved", actor: system("test"), subjects: records.map((one) => ({ kind: "need", id: one.id })) }));
    await follow();
    expect((await findSavedSearch(reader, id))?.hits).toHaveLength(2);
    await withClock(minutes(60 * 24 * 8), async () => {
      await sendDigests();
      await follow();
      const [notice] = await db().select().from(notifications).where(and(eq(notifications.kind, "digest.told"), eq(notifications.userId, reader.userId)));
      expect(notice?.values).toMatchObject({ hits: 1 });
      expect((await getDigest(reader, notice!.subjectId)).hits.map((hit) => hit.title)).toEqual(["密封胶"]);
    });
  });

  it("can be renamed, paused and resumed; paused it finds nothing", async () => {
    const { id } = await saveSearch(person, { name: "焊接", query: "q=焊接", frequency: "weekly" });
    await changeSearch(person, { searchId: id, name: "机器人焊接", frequency: "none" });
    await pauseSearch(person, { searchId: id });
    await expect(pauseSearch(person, { searchId: id })).rejects.toBeInstanceOf(Conflict);
    await publish("激光焊接头");
    await resumeSearch(person, { searchId: id });
    await publish("焊接机器人");
    const kept = await findSavedSearch(person, id);
    expect(kept?.search).toMatchObject({ name: "机器人焊接", frequency: "none", paused: false });
    expect(kept?.hits.map((hit) => hit.title)).toEqual(["焊接机器人"]);
    expect(await withClock(minutes(60 * 24 * 8), sendDigests)).toBe(0); // told of by nobody's wish
  });

  it("is removed and brought back, by its owner only", async () => {
    const { id } = await saveSearch(person, { name: "育种", query: "q=育种&kind=achievement", frequency: "daily" });
    const stranger = await makePerson();
    await expect(removeSearch(stranger, { searchId: id })).rejects.toBeInstanceOf(NotFound);
    expect(await findSavedSearch(stranger, id)).toBeNull();
    await removeSearch(person, { searchId: id });
    expect((await listSavedSearches(person)).map((one) => one.id)).not.toContain(id);
    expect((await listRemovedSearches(person, clock.now())).map((one) => one.id)).toEqual([id]);
    await restoreSearch(person, { searchId: id });
    expect((await listSavedSearches(person)).map((one) => one.id)).toContain(id);
  });

  it("is kept once, is no search for everything, and is one of twenty", async () => {
    const other = await makePerson();
    await saveSearch(other, { name: "一", query: "q=钢&modes=license", frequency: "daily" });
    await expect(saveSearch(other, { name: "二", query: "modes=license&q=钢&size=50", frequency: "daily" })).rejects.toBeInstanceOf(Conflict);
    await expect(saveSearch(other, { name: "空", query: "kind=need&sort=newest", frequency: "daily" })).rejects.toBeInstanceOf(Invalid);
    for (let n = 1; n < searchesPerPerson; n++) await saveSearch(other, { name: `第${n}`, query: `q=词${n}`, frequency: "none" });
    await expect(saveSearch(other, { name: "多", query: "q=多", frequency: "daily" })).rejects.toBeInstanceOf(LimitReached);
  });
});
