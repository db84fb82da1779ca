import { expect, it, vi } from "vitest";
import { rememberedText } from "./remembered-text";

it("makes what came lately once, and what came long ago again", () => {
  const make = vi.fn((text: string) => `${text}!`), remembered = rememberedText(make);
  expect([remembered("a"), remembered("a")]).toEqual(["a!", "a!"]);
  expect(make).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 199; i++) remembered(`${i}`);
  remembered("a");
  expect(make).toHaveBeenCalledTimes(200);
  for (let i = 0; i < 200; i++) remembered(`later ${i}`);
  expect(remembered("a")).toBe("a!");
  expect(make).toHaveBeenCalledTimes(401);
});
