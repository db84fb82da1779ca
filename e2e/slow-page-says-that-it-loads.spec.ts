import { expect, expectAccessible, test } from "./fixtures";

test("who waits for a page is told, and keeps the old one until the new one is there", async ({ page }) => {
  await page.goto("/");
  const begun = page.getByRole("heading", { level: 1, name: /找成果/ });
  await expect(begun).toBeVisible();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route((url) => url.pathname === "/data", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("navigation", { name: "主导航" }).first().getByRole("link", { name: "数据" }).click();
  await expect(page.locator("[data-waiting]")).toBeVisible();
  // After a second it is said, and grey blocks stand where the page will be; nothing has been taken down.
  await expect(page.getByRole("status").filter({ hasText: "正在载入" })).toBeAttached();
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("main").locator("> *").first()).toHaveCSS("opacity", "0");
  expect(new URL(page.url()).pathname).toBe("/");
  letGo();
  await expect(page).toHaveURL(/\/data$/);
  await expect(page.locator("[data-waiting]")).toBeHidden();
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "false");
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
});

test("a desk says when the network is gone and when it is back", async ({ as }) => {
  const page = await as("office");
  await page.goto("/o/hit");
  await page.context().setOffline(true);
  const said = page.getByText(/网络已断开/);
  await expect(said).toBeVisible();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(said).toBeHidden();
});
