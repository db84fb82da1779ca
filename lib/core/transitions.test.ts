import { expect, it } from "vitest";
import { leadsTo, statesBefore } from "./transitions";

it("a table says from where one comes to a state", () => {
  const table = { open: ["shut", "lost"], shut: ["open", "lost"], lost: [] } as const;
  expect(statesBefore<keyof typeof table>(table, "lost")).toEqual(["open", "shut"]);
  expect([leadsTo<keyof typeof table>(table, "open", "shut"), leadsTo<keyof typeof table>(table, "lost", "open")]).toEqual([true, false]);
});
