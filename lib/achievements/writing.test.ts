import { beforeAll, describe, expect, test } from "vitest";
import { eventsNamed, listingOf, makeAchieving, promise, type Achieving } from "@/db/testing/achieving";
import { useDatabase } from "@/db/testing/database";
import { visitor, type Membership, type Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { listOwn } from "@/lib/listings/queries";
import { discard, recover } from "./acts";
import { draft } from "./draft";
import { edit } from "./edit";
import { getAchievementDesk } from "./queries";
import { submit } from "./submit";

useDatabase();

let owner: Membership;
let author: Person, colleague: Person, viewer: Person, stranger: Person, reviewer: Person;
let drafted: Achieving["drafted"], published: Achieving["published"];
beforeAll(async () => {
  ({ owner, author, colleague, viewer, stranger, reviewer, drafted, published } = await makeAchieving());
});

describe("writing", () => {
  test("a draft needs a title only, gets its number and belongs to the acting organisation", async () => {
    const { id, number } = await draft(author, { title: " 初稿 " });
    expect(number).toMatch(/^C-\d{4}-\d{4}$/);
    expect(await listingOf(id)).toMatchObject({ status: "draft", organisationId: owner.organisationId, number });
    await expect(draft(author, { title: "  " })).rejects.toMatchObject({ name: "Invalid" });
    await expect(draft(viewer, { title: "初稿" })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(draft(visitor, { title: "初稿" })).rejects.toMatchObject({ name: "NotFound" });
  });

  test("a text too long to be submitted is kept as a draft, whatever its field", async () => {
    const id = await drafted();
    const texts = { title: "题".repeat(600), description: "字".repeat(50_000), scenes: ["场".repeat(300)], advantages: [{ indicator: "强度", ours: "强".repeat(700), unit: "", current: "", evidence: "" }] };
    await edit(author, { listingId: id, lock: 0, session: newId(), content: texts });
    const { content: saved, problems } = await getAchievementDesk(author, id);
    expect(saved).toMatchObject(texts);
    expect(problems).toMatchObject({
      title: { code: "too_long", values: { max: 40, is: 600, over: 560 } }, description: { code: "too_long", values: { over: 30_000 } },
      scenes: { code: "entry_too_long", values: { is: 300 } }, "advantages.0.ours": { code: "too_long", values: { is: 700 } },
    });
    await expect(submit(author, { listingId: id, ...promise })).rejects.toMatchObject({ name: "Invalid", fields: { description: { code: "too_long" } } });
    // Only what no person writes is refused.
    await expect(edit(author, { listingId: id, lock: 1, session: newId(), content: { description: "字".repeat(200_001) } })).rejects.toMatchObject({ name: "Invalid" });
  });

  test("the technical field follows from the plan's field, full-width digits become half-width", async () => {
    const id = await drafted();
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { fieldCode: "EQ02", advantages: [{ indicator: "强度", ours: "１２.5", unit: "MPa", current: "", evidence: "" }, { indicator: "", ours: "" }] } });
    const { content: saved } = await getAchievementDesk(author, id);
    expect(saved).toMatchObject({ industryCode: "EQ", fieldCode: "EQ02", techArea: "03" });
    expect(saved.advantages).toEqual([{ indicator: "强度", ours: "12.5", unit: "MPa", current: "", evidence: "" }]);
  });

  test("of a right nothing is guessed: what was not chosen is kept so, and asked for beside its box at the submission", async () => {
    const id = await drafted();
    const ip = [{ kind: "", number: "ZL202310123456.7", status: "", title: "" }, { kind: "", number: "", status: "applied", title: "" }, { kind: "software_copyright", number: "2023SR0123456", status: "", title: "" }, { kind: "none", number: "ZL1", status: "", title: "" }, { kind: "none", number: "", status: "", title: "" }, { kind: "", number: "", status: "", title: " " }];
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { ip } });
    const { content: saved, problems } = await getAchievementDesk(author, id);
    expect(saved.ip.map(({ kind, status }) => [kind, status])).toEqual([["", ""], ["", "applied"], ["software_copyright", ""], ["none", ""], ["none", ""]]);
    const asked = { "ip.0.kind": { code: "choose" }, "ip.1.kind": { code: "choose" }, "ip.2.status": { code: "choose" }, "ip.3.kind": { code: "ip_none_filled" } };
    expect(Object.fromEntries(Object.entries(problems).filter(([path]) => path.startsWith("ip")))).toEqual(asked);
    await expect(submit(author, { listingId: id, ...promise })).rejects.toMatchObject({ name: "Invalid", fields: asked });
  });

  test("one editing session is one event, and a repeated save of it is accepted", async () => {
    const id = await drafted();
    const session = newId();
    const before = await eventsNamed("achievement.edited");
    const first = await edit(author, { listingId: id, lock: 0, session, content: { title: "一" } });
    await edit(author, { listingId: id, lock: first.lock, session, content: { title: "二" } });
    await edit(author, { listingId: id, lock: first.lock, session, content: { title: "三" } });
    expect(await eventsNamed("achievement.edited")).toBe(before + 1);
    expect((await getAchievementDesk(author, id)).content.title).toBe("三");
  });

  test("a stale save is refused with who and when, and overwrites nothing", async () => {
    const id = await drafted();
    await edit(colleague, { listingId: id, lock: 0, session: newId(), content: { title: "李老师写的" } });
    await expect(edit(author, { listingId: id, lock: 0, session: newId(), content: { title: "张老师写的" } })).rejects.toMatchObject({ name: "Conflict", code: "edited_meanwhile", values: { who: "李老师", own: "no", lock: 1 } });
    await expect(edit(colleague, { listingId: id, lock: 0, session: newId(), content: { title: "在另一个窗口" } })).rejects.toMatchObject({ code: "edited_meanwhile", values: { own: "yes" } });
    expect((await getAchievementDesk(author, id)).content.title).toBe("李老师写的");
  });

  test("strangers do not find it, viewers may not write", async () => {
    const id = await drafted();
    const save = { listingId: id, lock: 0, session: newId(), content: { title: "x" } };
    await expect(edit(stranger, save)).rejects.toMatchObject({ name: "NotFound" });
    await expect(edit(visitor, save)).rejects.toMatchObject({ name: "NotFound" });
    await expect(edit(viewer, save)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(listOwn(stranger, owner.organisationId, "achievement", { tab: "all" }, { page: 1, size: 20 })).rejects.toMatchObject({ name: "NotFound" });
  });
});

test("a draft is thrown away and brought back by its own people only; meanwhile it lies apart and cannot be edited", async () => {
  const id = await drafted();
  const lists = async () => (await listOwn(author, owner.organisationId, "achievement", { tab: "discarded" }, { page: 1, size: 100 }));
  for (const actor of [viewer, stranger, reviewer]) await expect(discard(actor, { listingId: id })).rejects.toMatchObject({ name: actor === stranger ? "NotFound" : "Forbidden" });
  const before = (await lists()).counts;
  await discard(author, { listingId: id });
  const after = await lists();
  expect([after.counts.all - before.all, after.counts.discarded - before.discarded]).toEqual([-1, 1]);
  expect(after.rows.map((row) => row.id)).toContain(id);
  await expect(discard(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
  await expect(edit(author, { listingId: id, lock: 0, session: newId(), content: {} })).rejects.toMatchObject({ name: "Conflict" });
  await recover(colleague, { listingId: id });
  expect((await listingOf(id)).status).toBe("draft");
  await expect(recover(author, { listingId: id })).rejects.toMatchObject({ name: "Conflict" });
  await expect(discard(author, { listingId: await published() })).rejects.toMatchObject({ name: "Conflict" });
});
