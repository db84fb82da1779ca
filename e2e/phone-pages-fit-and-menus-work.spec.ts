import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const publicPages = ["/", "/search", "/search?kind=need", "/data", "/brokers", "/sign-in", "/sign-up", "/terms"];
const desks: Record<string, string[]> = {
  office: ["/o/hit", "/o/hit/achievements", "/o/hit/interests", "/o/hit/deals", "/o/hit/contracts", "/o/hit/members", "/o/hit/settings", "/me/inbox", "/me"],
  broker: ["/me/broker/desk", "/me/deals"],
  reviewer: ["/review", "/registrations", "/cockpit", "/indicators", "/indicators?edit=contract_value", "/rules", "/ledger"],
};

for (const width of [360, 390]) {
  test(`at ${width} px no page is wider than the screen, and the menus open and lead on`, async ({ as }) => {
    test.slow();
    const phone = { viewport: { width, height: 780 }, hasTouch: true, isMobile: true };
    const visitor = await as(null, phone);
    for (const path of publicPages) await fits(visitor, path);
    for (const [kind, path] of [["achievement", "/search"], ["need", "/search?kind=need"]] as const) {
      await visitor.goto(path);
      await fits(visitor, (await visitor.getByRole("main").locator(`a[href^="/${kind}s/"]`).first().getAttribute("href")) ?? "/");
    }
    await visitor.goto("/");
    await visitor.getByText("菜单", { exact: true }).tap();
    const menu = visitor.getByRole("navigation", { name: "主导航" }).filter({ visible: true });
    await expect(menu.getByRole("link", { name: "成果", exact: true })).toBeVisible();
    if (width === 390) await expectAccessible(visitor);
    await menu.getByRole("link", { name: "成果", exact: true }).tap();
    await expect(visitor).toHaveURL(/search|achievements/);

    for (const [persona, paths] of Object.entries(desks)) {
      const page = await as(persona, phone);
      const bar = page.getByRole("navigation", { name: "常用" });
      for (const path of paths) {
        await fits(page, path);
        expect(await bar.locator("[aria-current]").count(), `places marked in the bar: ${path}`).toBeLessThanOrEqual(1);
      }
      await expect(bar.getByRole("link", { name: "我的", exact: true })).toBeVisible();
      await page.locator("header details[data-menu] > summary").last().tap();
      await expect(page.getByRole("button", { name: "退出登录" })).toBeVisible();
      if (width === 390) await expectAccessible(page);
      await bar.getByRole("link", { name: "我的", exact: true }).tap();
      await expect(page).toHaveURL(/\/me$/);
    }
  });
}

/** Tables may scroll in their own region; the page may not. */
async function fits(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  const over = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = (element: Element | null): boolean => element !== null && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element.parentElement)).slice(0, 5).map((element) => `${element.tagName} ${element.className}`.slice(0, 120));
  });
  expect(over, `wider than the screen: ${path}`).toEqual([]);
  // A label that points at the field of another form of the page is no label.
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  });
  expect(twice, `ids that stand twice: ${path}`).toEqual([]);
}
