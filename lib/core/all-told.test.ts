import { expect, test } from "vitest";
import { allTold } from "./all-told";
import { Conflict, Invalid } from "./errors";

const refuse = (field: string, code: string) => () => { throw new Invalid({ [field]: { code } }); };

test("what several checks refuse is said together, the first of a field", async () => {
  await expect(allTold(refuse("day", "future_date"), () => 1, refuse("number", "taken"), refuse("day", "other"))).rejects.toMatchObject({ fields: { day: { code: "future_date" }, number: { code: "taken" } } });
});

test("what they answer comes back in their order; another error ends it", async () => {
  expect(await allTold(() => 1, async () => "two")).toEqual([1, "two"]);
  await expect(allTold(refuse("day", "future_date"), () => { throw new Conflict("moved"); })).rejects.toBeInstanceOf(Conflict);
});
