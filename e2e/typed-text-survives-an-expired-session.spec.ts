import type { Page } from "@playwright/test";
import { expect, expectAccessible, signInAs, test, unique } from "./fixtures";
import { beginAchievement, typeAndSave } from "./writing";

test("the session ends while somebody types: after signing in again in another tab nothing is lost", async ({ as }) => {
  const page = await as("office");
  await beginAchievement(page, "hit", unique("登录过期时写的成果"));
  await typeAndSave(page, { "#summary": "过期之前写的。" });
  await page.context().clearCookies();
  await page.locator("#summary").fill("过期之后写的。");
  await expect(page.getByText("登录已过期，您填写的内容仍在本页。")).toBeVisible();
  await expectAccessible(page);
  const [tab] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "重新登录" }).click()]);
  await expect(tab).toHaveURL(/\/sign-in/);
  await tab.locator("#email").fill("office@demo.local");
  await tab.locator("#password").fill("demo-2026-harbin");
  await tab.getByRole("button", { name: "登录", exact: true }).click();
  await expect(tab.getByRole("heading", { name: "已重新登录" })).toBeVisible();
  await expectAccessible(tab);
  await tab.close();
  // Coming back to the page is enough.
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText(/已自动保存/)).toBeVisible();
  await page.reload();
  await expect(page.locator("#summary")).toHaveValue("过期之后写的。");
});

test("what could not be saved is offered to its author only, and signing out takes it away", async ({ as }) => {
  const page = await as("office");
  await beginAchievement(page, "hit", unique("网络断开时写的成果"));
  const editor = page.url();
  await page.route("**/api/drafts/**", (route) => route.abort());
  await page.locator("#summary").fill("断网时写的。");
  await expect(page.getByText(/未能保存/)).toBeVisible();
  await page.unroute("**/api/drafts/**");
  await page.goto("/o/hit");

  // Another person in the same browser, without anybody having signed out.
  await signInAs(page, "two-hats");
  await page.goto("/o/heu/achievements");
  expect(await copies(page), "kept for its author").toHaveLength(1);
  await signInAs(page, "office");
  await page.goto(editor);
  const offer = page.getByText("这台电脑上有一份没有保存成功的内容。");
  await expect(offer).toBeVisible();
  // Typing is no answer, and covers nothing.
  await typeAndSave(page, { "#keywords": "恢复之前写的" });
  await expect(offer).toBeVisible();
  await page.reload();
  await expect(offer).toBeVisible();
  // Also where the page in which the offer stands has itself saved.
  await typeAndSave(page, { "#keywords": "恢复之前又写的" });
  await page.getByRole("button", { name: "恢复并保存" }).click();
  // What was saved since is not written over unseen: both are laid out, and either is chosen where it is the one that was typed.
  await page.getByRole("button", { name: "合并保存" }).click();
  await expect(page).toHaveURL(/merged=/);
  await expect(page.locator("#summary")).toHaveValue("断网时写的。");
  await expect(page.locator("#keywords")).toHaveValue("恢复之前又写的");
  await expect(offer).toHaveCount(0);

  await page.route("**/api/drafts/**", (route) => route.abort());
  await page.locator("#summary").fill("又断网了。");
  await expect(page.getByText(/未能保存/)).toBeVisible();
  expect(await copies(page)).toHaveLength(1);
  await page.locator("header details[data-menu] > summary").last().click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await copies(page), "nothing stays behind").toEqual([]);
});

async function copies(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")));
}
