import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventNames } from "@/lib/events/names";
import { noticeKey } from "./notice-key";
import { nobody, recipients } from "./recipients";

const sentences = JSON.parse(readFileSync("lib/messages/zh-CN/notices.json", "utf8")) as Record<string, string>;

describe("who is told", () => {
  it("is decided for every event", () => {
    const undecided = eventNames.filter((name) => !recipients[name] && !nobody.includes(name));
    expect(undecided).toEqual([]);
  });

  it("has a name in the audit, whoever is told", () => {
    const { audit } = JSON.parse(readFileSync("lib/messages/zh-CN/operations.json", "utf8")) as { audit: { events: Record<string, Record<string, string>> } };
    expect(eventNames.filter((name) => !audit.events[name.split(".")[0]!]?.[name.split(".")[1]!])).toEqual([]);
  });

  it("is said once: in a room or here", () => {
    expect(nobody.filter((name) => recipients[name])).toEqual([]);
  });

  it("has words for everything that is told", () => {
    const silent: readonly string[] = ["registration.withdrawn", "ledger.uploaded", "ledger.import_confirmed", "ledger.import_discarded"];
    expect(Object.keys(recipients).filter((name) => !silent.includes(name) && !sentences[noticeKey(name)])).toEqual([]);
  });
});
