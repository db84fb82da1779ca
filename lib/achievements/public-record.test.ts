import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { achievementVersions, listingVersions, organisations } from "@/db/schema";
import { content, listingOf, makeAchieving, promise, statement, type Achieving } from "@/db/testing/achieving";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import { visitor, type Actor, type Membership, type Person } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import { findOwnCoOwners } from "@/lib/listings/find";
import { publicDocuments } from "@/lib/listings/public-document";
import { canReadFile } from "@/lib/listings/read";
import { countPublishedBy, goneSince, latestPublished, publishedBy, type ListingCard } from "@/lib/listings/queries";
import { claim } from "@/lib/reviews/claim";
import { searchSimply } from "@/lib/search/simple";
import { approve, attachFile, discardRevision, relist, restore, revise, suspend, withdraw } from "./acts";
import { edit } from "./edit";
import { getAchievement, getAchievementDesk } from "./queries";
import { submit } from "./submit";

useDatabase();

let owner: Membership;
let author: Person, viewer: Person, stranger: Person, reviewer: Person;
let drafted: Achieving["drafted"], written: Achieving["written"], published: Achieving["published"];
beforeAll(async () => {
  ({ owner, author, viewer, stranger, reviewer, drafted, written, published } = await makeAchieving());
});

const cardOf = async (id: string, actor: Actor): Promise<ListingCard | undefined> => (await latestPublished("achievement", 50, actor)).find((card) => card.id === id);

describe("a public record", () => {
  test("hides what its reader may not see, in cards, pages and the index", async () => {
    const id = await published();
    const card = await cardOf(id, visitor);
    expect(card).toMatchObject({ price: null, moneyHidden: "registered", organisationName: "示例大学" });
    expect((await cardOf(id, stranger))?.price).toEqual({ kind: "from", fen: 80_000_000 });
    expect((await getAchievement(visitor, id)).locked).toEqual([{ field: "price", audience: "registered" }]);
    expect((await getAchievement(visitor, id)).content.priceFen).toBeNull();
    const [document] = await publicDocuments(db(), [id]);
    expect(document).toMatchObject({ priceFen: null, money: "withheld", industry: "EQ", field: "EQ02", ipKinds: ["invention_patent"] });
    expect((await latestPublished("achievement", 50)).map((c) => c.id)).toContain(id);
    const [first] = await publishedBy(owner.organisationId, "achievement", visitor, { page: 1, size: 1 });
    const total = (await countPublishedBy(owner.organisationId)).achievement;
    expect([first?.id, await publishedBy(owner.organisationId, "achievement", visitor, { page: total + 1, size: 1 })]).toEqual([id, []]);
  });

  test("an amount that was typed before the price became negotiable is nobody's to read or to search by", async () => {
    const id = await drafted();
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { ...content, audience: {}, priceKind: "negotiable" }, statement });
    expect((await getAchievementDesk(author, id)).content.priceFen).toBe(80_000_000);
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    const versionId = (await listingOf(id)).workingVersionId!;
    const storedPrice = async () => (await db().select({ fen: achievementVersions.priceFen }).from(achievementVersions).where(eq(achievementVersions.versionId, versionId)))[0]?.fen;
    expect(await storedPrice()).toBeNull();
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    // A record that became public before submissions cleared the amount is no different.
    await db().update(achievementVersions).set({ priceFen: 80_000_000 }).where(eq(achievementVersions.versionId, versionId));
    expect((await publicDocuments(db(), [id]))[0]).toMatchObject({ priceFen: null, money: "negotiable" });
    expect((await getAchievement(stranger, id)).content.priceFen).toBeNull();
    expect((await cardOf(id, stranger))?.price).toBeNull();
    const { ids } = await searchSimply({ q: "", filter: { priceFen: { min: 1 } }, page: 1, size: 50 });
    expect(ids.map((hit) => hit.id)).not.toContain(id);
  });

  test("rights are found by their titles and numbers, however the number is spaced, and only where they are public", async () => {
    const rights = [{ kind: "invention_patent", number: "ZL2023 1 0123456.7", status: "granted", title: "叶片主梁原位固化方法" }];
    const shown = await published({ ip: rights, audience: {} }), hidden = await published({ ip: rights, audience: { ip: "registered" } });
    const find = async (q: string) => (await searchSimply({ q, filter: {}, page: 1, size: 50 })).ids.map((hit) => hit.id);
    for (const q of ["主梁原位固化方法", "ZL2023 1 0123456.7", "ZL202310123456.7", "202310123456.7"]) {
      expect(await find(q), q).toContain(shown);
      expect(await find(q), q).not.toContain(hidden);
    }
    expect((await publicDocuments(db(), [hidden]))[0]).toMatchObject({ ipKinds: [] });
  });

  test("stays as it is while a revision is written and reviewed, and is swapped by its approval", async () => {
    const id = await published();
    await revise(author, { listingId: id });
    await expect(revise(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { title: "第二版" }, statement });
    expect((await getAchievement(visitor, id)).content.title).toBe(content.title);
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "pending" });
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    expect(await listingOf(id)).toMatchObject({ status: "published", revision: "none" });
    expect((await getAchievement(visitor, id)).content.title).toBe("第二版");
    expect(await db().select().from(listingVersions).where(and(eq(listingVersions.listingId, id), eq(listingVersions.status, "published")))).toHaveLength(1);
  });

  test("a discarded revision leaves no trace in public", async () => {
    const id = await published();
    await revise(author, { listingId: id });
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { title: "不要了" } });
    await discardRevision(author, { listingId: id });
    await expect(discardRevision(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
    expect((await getAchievement(visitor, id)).content.title).toBe(content.title);
  });

  test("withdrawn by its owner, suspended by the bureau, each restored by the same side only", async () => {
    const id = await published();
    await withdraw(author, { listingId: id });
    await expect(getAchievement(visitor, id)).rejects.toMatchObject({ name: "NotFound" });
    expect(await publicDocuments(db(), [id])).toEqual([]);
    // A stranger learns since when it is down, and nothing of a draft or of what the bureau suspended.
    expect(await goneSince("achievement", id)).toEqual({ status: "withdrawn", on: dateInHarbin(new Date()) });
    expect(await goneSince("achievement", await written())).toBeNull();
    await expect(restore(reviewer, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
    await relist(author, { listingId: id });
    await expect(suspend(author, { listingId: id, reason: "自己暂停" })).rejects.toMatchObject({ name: "Forbidden" });
    await suspend(reviewer, { listingId: id, reason: "有人举报，正在核实" });
    await expect(relist(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
    expect(await goneSince("achievement", id)).toBeNull();
    await restore(reviewer, { listingId: id });
    expect((await listingOf(id)).status).toBe("published");
  });

  test("is suspended by nobody of an owner or a co-owner, also while that is suspended itself", async () => {
    const [partner, bureau] = [await makeOrganisation({ name: "合作研究院" }), await makeOrganisation({ kind: "bureau" })];
    const id = await published({ coOwners: ["合作研究院（哈尔滨）"] });
    const reviewerOf = (organisation: Membership) => makePerson({ in: [{ organisation: bureau, roles: ["reviewer"] }, { organisation, roles: ["viewer"] }] });
    const both = [await reviewerOf(owner), await reviewerOf(partner)];
    const reason = "有人举报，正在核实";
    const refused = async (who: Person) => expect(suspend(who, { listingId: id, reason })).rejects.toMatchObject({ name: "Forbidden" });
    for (const one of both) await refused(one);
    expect(await findOwnCoOwners(both[1]!, id)).toEqual([partner.organisationId]);
    await db().update(organisations).set({ suspendedAt: new Date() }).where(inArray(organisations.id, [owner.organisationId, partner.organisationId]));
    for (const one of both) await refused(await reload(one.userId));
    await db().update(organisations).set({ suspendedAt: null }).where(inArray(organisations.id, [owner.organisationId, partner.organisationId]));
    await suspend(reviewer, { listingId: id, reason });
    for (const one of both) await expect(restore(one, { listingId: id })).rejects.toMatchObject({ name: "Forbidden" });
  });

  test("attachments belong to the reviewed version and follow their audience", async () => {
    const id = await written();
    const pdf = new TextEncoder().encode("%PDF-1.4 report");
    await expect(attachFile(author, { listingId: id, name: "报告.pdf", bytes: new TextEncoder().encode("MZ") })).rejects.toMatchObject({ fields: { file: { code: "file_content" } } });
    await expect(attachFile(author, { listingId: id, name: "报告.exe", bytes: pdf })).rejects.toMatchObject({ fields: { file: { code: "file_kind" } } });
    await expect(attachFile(viewer, { listingId: id, name: "报告.pdf", bytes: pdf })).rejects.toMatchObject({ name: "Forbidden" });
    await attachFile(author, { listingId: id, name: "检测报告.pdf", bytes: pdf, audience: "registered" });
    const versionId = (await listingOf(id)).workingVersionId!;
    expect(await canReadFile(stranger, versionId, "public")).toBe(false);
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    expect(await canReadFile(visitor, versionId, "registered")).toBe(false);
    expect(await canReadFile(stranger, versionId, "registered")).toBe(true);
    expect(await canReadFile(stranger, versionId, "deal")).toBe(false);
    await revise(author, { listingId: id });
    expect((await getAchievementDesk(author, id)).files.map((file) => file.name)).toEqual(["检测报告.pdf"]);
  });
});
