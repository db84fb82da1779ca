import { notFound } from "next/navigation";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { NotFound } from "@/lib/core/errors";
import words from "@/lib/messages/zh-CN/errors.json";
import { Part } from "./part";

// Outside a request there is no catalog; the words are the real ones.
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: keyof typeof words.part, values: Record<string, string> = {}) => words.part[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ""),
}));

const drawn = async (of: () => Promise<string>) => renderToStaticMarkup(await Part({ name: "test", of }));

it("draws the part where it can be drawn", async () => expect(await drawn(async () => "similar records")).toBe("similar records"));

it("says that it cannot be shown, with a number and a way to try again, and nothing of the cause", async () => {
  const said = await drawn(() => Promise.reject(new Error("relation secret does not exist")));
  expect(said).toMatch(/暂时无法显示（编号E-\w{4,}/);
  expect(said).toContain('<a href=""');
  expect(said).not.toContain("secret");
});

it("leaves refusals and what leads elsewhere to the page", async () => {
  await expect(drawn(() => Promise.reject(new NotFound()))).rejects.toBeInstanceOf(NotFound);
  await expect(drawn(async () => notFound())).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK");
});
