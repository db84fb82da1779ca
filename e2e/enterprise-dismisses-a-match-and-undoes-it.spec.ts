import { expect, expectAccessible, test } from "./fixtures";

test("an enterprise puts a match aside with a reason and brings it back", async ({ as }) => {
  const page = await as("enterprise");
  await page.goto("/o/boshi/matches");
  await expectAccessible(page);
  // In a young world the worker may still be matching.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("listitem").filter({ hasText: /\d+项匹配/ }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
  await page.getByRole("listitem").filter({ hasText: /\d+项匹配/ }).getByRole("link").first().click();
  const title = ((await page.getByRole("article").first().getByRole("heading", { level: 2 }).textContent()) ?? "").trim();
  const card = page.getByRole("article").filter({ hasText: title });
  await card.getByRole("button", { name: "不合适…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "阶段太早" }).check();
  await dialog.getByRole("button", { name: "标为不合适" }).click();
  await expect(card).toHaveCount(0);
  const line = page.getByRole("main").locator("ol > li").filter({ hasText: title });
  await expect(line.getByText("已标为不合适：阶段太早"), "its place is kept").toBeVisible();
  await expect(line.getByRole("button", { name: "撤销" }), "who works by keyboard finds the way back under their hand").toBeFocused();
  // The form is gone with the card; what it did, and the way back, is said all the same.
  await expect(page.getByRole("status").filter({ hasText: "已标为不合适" })).toBeVisible();

  await page.keyboard.press("Enter");
  await expect(card).toHaveCount(1);
  await expect(card.getByRole("link").first(), "and what came back").toBeFocused();

  await card.getByRole("button", { name: "不合适…" }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "价格不合" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "标为不合适" }).click();
  await expect(line.getByText("已标为不合适：价格不合")).toBeVisible();
  await page.reload();
  await expect(line, "the next visit finds it among those put aside only").toHaveCount(0);
  const hidden = page.locator("details").filter({ hasText: /已隐藏\d+项/ });
  await hidden.locator("summary").click();
  await hidden.getByRole("listitem").filter({ hasText: title }).getByRole("button", { name: "撤销" }).click();
  await expect(card).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 }), "the list of those put aside is empty and gone").toBeFocused();
});
