import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { groupNotices, newestOfEach } from "./grouped";
import { noticeKey } from "./notice-key";
import type { NotificationView } from "./queries";
import { recipients } from "./recipients";

const notice = (id: string, kind: string, needsAction = false, about = id): NotificationView => ({ id, subject: { kind: "deal", id: about }, kind, href: "/", values: {}, at: new Date("2026-06-10T02:00:00Z"), needsAction, read: false });
const told = (rows: NotificationView[]) => groupNotices(rows).map((group) => group.rows.map((row) => row.id).join(""));

describe("notices of a desk", () => {
  it("become one line where three or more say the same, in the place of the newest", () => {
    expect(told([notice("a", "x"), notice("b", "y"), notice("c", "x"), notice("d", "z"), notice("e", "x"), notice("f", "y")])).toEqual(["ace", "b", "d", "f"]);
  });

  it("are told of each thing once, by its newest, except what waits", () => {
    const rows = [notice("a", "x", false, "one"), notice("b", "y", false, "two"), notice("c", "y", false, "one"), notice("d", "z", true, "one"), notice("e", "x", false, "three")];
    expect(newestOfEach(rows).map((row) => row.id)).toEqual(["a", "b", "d", "e"]);
    const oneself = ["joined", "removed"].map((id) => ({ ...notice(id, id), subject: { kind: "user", id: "me" } }));
    expect(newestOfEach(oneself).map((row) => row.id)).toEqual(["joined", "removed"]);
  });

  it("stay lines of their own while they wait for the reader", () => {
    expect(told([notice("a", "x", true), notice("b", "x", true), notice("c", "x", true), notice("d", "x")])).toEqual(["a", "b", "c", "d"]);
  });

  it("have words for groups of kinds that exist", () => {
    const { desk } = JSON.parse(readFileSync("lib/messages/zh-CN/organisations.json", "utf8")) as { desk: { group: Record<string, string> } };
    const kinds = new Set(Object.keys(recipients).map(noticeKey));
    expect(Object.keys(desk.group).filter((key) => key !== "other" && !kinds.has(key))).toEqual([]);
  });
});
