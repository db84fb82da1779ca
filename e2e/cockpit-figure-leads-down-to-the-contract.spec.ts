import { expect, expectAccessible, test } from "./fixtures";

test("from a figure of the cockpit one gets down to its contracts and to the event that recorded each", async ({ as }) => {
  const page = await as("director");
  await page.goto("/cockpit");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("技术合同成交额");
  await expect(page.getByText(/目标/).first()).toBeVisible();
  await expectAccessible(page);

  await page.locator('main a[href^="/cockpit/contracts?"][href*="type="]:visible').first().click();
  await expect(page).toHaveURL(/\/cockpit\/contracts\?.*type=/);
  await expect(page.getByText(/共[\d,]+份/).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("table").locator('a[href*="#"]').first().click();
  await expect(page).toHaveURL(/\/registrations\/[\w-]{36}#/);
  await expect(page.getByRole("heading", { name: "成交额台账中的记录" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "时间线" })).toBeVisible();
  await expectAccessible(page);
});
