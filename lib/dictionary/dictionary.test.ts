import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { dictionaryEditions } from "@/db/schema";
import { makePerson } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { loadCodes } from "@/lib/codes/load";
import { system, visitor, type Person } from "@/lib/core/actor";
import { setVocabulary, BUILT_IN, vocabulary } from "@/lib/engine/vocabulary";
import { newId } from "@/lib/core/id";
import { addEntry } from "./add-entry";
import { addSample } from "./add-sample";
import { listBuiltIn } from "./built-in";
import { changeEntry } from "./change-entry";
import { differenceOf, workingContent } from "./content";
import { beginEdition, editionApplied, editionFailed, nextEdition } from "./editions";
import { takeAppliedEdition } from "./keep-current";
import { dictionaryState, listEntries, listSamples } from "./queries";
import { removeSample } from "./remove-sample";
import { requestEdition } from "./request-edition";
import { restoreEntries } from "./restore-entries";
import { retireEntries } from "./retire-entries";

useDatabase();
let operator: Person, other: Person;
const first = { page: 1, size: 20 };

beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  operator = await makePerson({ operator: true, name: "吴桐" });
  other = await makePerson();
});

describe("entries", () => {
  test("a group, a word with its place, a stop word; typed into one box", async () => {
    const { entryId } = await addEntry(operator, { entryKind: "synonym", members: "红肠；哈尔滨红肠\n里道斯; 红肠" });
    await addEntry(operator, { entryKind: "word", members: "预浸料", fieldCode: "NM04" });
    await addEntry(operator, { entryKind: "stop", members: "一种" });
    const { rows } = await listEntries(operator, { q: "里道斯" }, first);
    expect(rows).toMatchObject([{ id: entryId, members: ["红肠", "哈尔滨红肠", "里道斯"], addedBy: "吴桐" }]);
    expect(await workingContent(db())).toEqual({ synonyms: [["红肠", "哈尔滨红肠", "里道斯"]], words: [{ text: "预浸料", fieldCode: "NM04" }], stopWords: ["一种"] });
  });

  test.each([
    [{ entryKind: "synonym", members: "红肠" }, "Invalid"], [{ entryKind: "word", members: "两个；词语" }, "Invalid"], [{ entryKind: "stop", members: "的" }, "Invalid"],
    [{ entryKind: "stop", members: "" }, "Invalid"], [{ entryKind: "word", members: "没有的领域", fieldCode: "XX01" }, "Invalid"], [{ entryKind: "word", members: "预浸料" }, "Conflict"],
    [{ entryKind: "synonym", members: "里道斯; 红肠" }, "Conflict"],
  ])("%j is refused", async (input, name) => {
    await expect(addEntry(operator, input)).rejects.toMatchObject({ name });
  });

  test("changed, retired, brought back, each with who", async () => {
    const [entry] = (await listEntries(operator, { q: "预浸料" }, first)).rows;
    await changeEntry(operator, { entryId: entry!.id, members: "碳纤维预浸料", fieldCode: "NM04", note: "写全" });
    await retireEntries(operator, { entryIds: entry!.id });
    await expect(changeEntry(operator, { entryId: entry!.id, members: "别的" })).rejects.toMatchObject({ name: "Forbidden" });
    expect((await listEntries(operator, { state: "retired" }, first)).rows).toMatchObject([{ members: ["碳纤维预浸料"], retiredBy: "吴桐", changedBy: "吴桐" }]);
    expect((await workingContent(db())).words).toEqual([]);
    await restoreEntries(operator, { entryIds: entry!.id });
    expect((await workingContent(db())).words).toHaveLength(1);
  });

  test("several are taken back together, and brought back together or not at all", async () => {
    const add = async (members: string) => (await addEntry(operator, { entryKind: "stop", members })).entryId;
    const entryIds = [await add("一类"), await add("一套"), await add("一组")];
    const standing = async () => (await listEntries(operator, { kind: "stop", state: "standing" }, first)).rows.flatMap((row) => row.members);
    await retireEntries(operator, { entryIds: entryIds[0]! });
    // What another has taken back meanwhile stops nobody.
    expect((await retireEntries(operator, { entryIds })).retired.sort()).toEqual(entryIds.slice(1).sort());
    expect(await standing()).toEqual(["一种"]);
    await expect(retireEntries(operator, { entryIds })).rejects.toMatchObject({ name: "Forbidden" });
    await expect(retireEntries(operator, { entryIds: [] })).rejects.toMatchObject({ name: "Invalid", fields: { entryIds: { code: "choose" } } });
    const again = await add("一套");
    await expect(restoreEntries(operator, { entryIds })).rejects.toMatchObject({ code: "dictionary_twice" });
    expect(await standing()).toEqual(["一套", "一种"]);
    await retireEntries(operator, { entryIds: again });
    await restoreEntries(operator, { entryIds });
    expect((await standing()).sort()).toEqual(["一套", "一种", "一类", "一组"].sort());
    await retireEntries(operator, { entryIds });
  });

  test("what the product ships can be searched and not changed", () => {
    expect(listBuiltIn(operator, { q: "sic", kind: "synonym" }, first).rows[0]).toMatchObject({ members: ["SiC", "碳化硅"] });
    expect(listBuiltIn(operator, {}, first).total).toBeGreaterThan(500);
    expect(() => listBuiltIn(other, {}, first)).toThrow();
  });

  test("closed to everybody else", async () => {
    for (const actor of [visitor, other]) {
      for (const act of [() => addEntry(actor, { entryKind: "stop", members: "某词" }), () => retireEntries(actor, { entryIds: newId() }), () => restoreEntries(actor, { entryIds: newId() }), () => requestEdition(actor, {}), () => addSample(actor, { query: "红肠" }), () => listEntries(actor, {}, first), () => dictionaryState(actor), () => listSamples(actor)]) {
        await expect(act()).rejects.toMatchObject({ name: "NotFound" });
      }
    }
    await expect(editionApplied(operator, { version: 1 })).rejects.toMatchObject({ name: "Forbidden" });
  });
});

describe("sample queries", () => {
  test("are kept once, and removed", async () => {
    const { sampleId } = await addSample(operator, { query: "里道斯 红肠" });
    await expect(addSample(operator, { query: "里道斯 红肠" })).rejects.toMatchObject({ name: "Conflict" });
    expect(await listSamples(operator)).toMatchObject([{ query: "里道斯 红肠", by: "吴桐" }]);
    await removeSample(operator, { sampleId });
    expect(await listSamples(operator)).toEqual([]);
  });
});

describe("editions", () => {
  test("one at a time; applied ones reach every process by their number; the same content is not applied twice", async () => {
    const job = system("apply-dictionary");
    const { version } = await requestEdition(operator, {});
    await expect(requestEdition(operator, {})).rejects.toMatchObject({ name: "Conflict", code: "dictionary_in_work" });
    expect((await nextEdition())?.version).toBe(version);
    expect(await takeAppliedEdition()).toBe(0);
    await beginEdition(version);
    await editionApplied(job, { version });
    expect(await takeAppliedEdition()).toBe(version);
    expect(vocabulary()).toMatchObject({ version, stopWords: ["一种"] });
    expect(vocabulary().synonyms.length).toBe(BUILT_IN.synonyms.length + 1);
    expect(await dictionaryState(operator)).toMatchObject({ applied: { version, by: "吴桐" }, inWork: null, failed: null, pending: { added: [], removed: [] } });
    await expect(requestEdition(operator, {})).rejects.toMatchObject({ name: "Conflict", code: "dictionary_unchanged" });
    await expect(editionApplied(job, { version })).rejects.toMatchObject({ name: "Conflict" });
  });

  test("one that could not be built is told of and leaves the one in use", async () => {
    await addEntry(operator, { entryKind: "synonym", members: "锅包肉; 锅爆肉" });
    expect((await dictionaryState(operator)).pending).toEqual({ added: [{ kind: "synonym", members: ["锅包肉", "锅爆肉"], fieldCode: null }], removed: [] });
    const { version } = await requestEdition(operator, {});
    await beginEdition(version);
    await editionFailed(system("apply-dictionary"), { version, problem: "disk full" });
    const state = await dictionaryState(operator);
    expect(state).toMatchObject({ applied: { version: version - 1 }, failed: { version, problem: "disk full" }, inWork: null });
    expect(await takeAppliedEdition()).toBe(version - 1);
    expect((await db().select().from(dictionaryEditions).where(eq(dictionaryEditions.version, version)))[0]?.state).toBe("failed");
    setVocabulary(BUILT_IN);
  });

  test("a difference is told in both directions", () => {
    const before = { words: [], synonyms: [["a1", "b1"]], stopWords: ["x1"] };
    expect(differenceOf(before, { words: [{ text: "w1", fieldCode: "EQ02" }], synonyms: [["a1", "b1"]], stopWords: [] })).toEqual({
      added: [{ kind: "word", members: ["w1"], fieldCode: "EQ02" }], removed: [{ kind: "stop", members: ["x1"], fieldCode: null }],
    });
  });
});

test("what two say at the same moment stands once, also as a part of a larger group", async () => {
  const said = ["激光熔覆; 激光涂覆", "激光涂覆; 激光熔覆", "激光熔覆; 激光涂覆; 激光堆焊"].map((members) => addEntry(operator, { entryKind: "synonym", members }));
  const settled = await Promise.allSettled(said);
  expect([settled.filter(({ status }) => status === "fulfilled").length, (await listEntries(operator, { q: "激光熔覆" }, first)).total]).toEqual([1, 1]);
});
