import type { Page } from "@playwright/test";
import { openDeal } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";

test("one side invites a broker; before accepting the broker sees no messages, afterwards all three talk", async ({ as }) => {
  const [buyer, seller, broker] = [await as("enterprise"), await as("office"), await as("broker")];
  const deal = await openDeal(buyer, seller);
  const [secret, words] = [unique("内部先说一句。"), unique("我来安排双方见面。")];
  await seller.locator("#text").fill(secret);
  await seller.getByRole("button", { name: "发送" }).click();
  await expect(seller.getByRole("listitem").filter({ hasText: secret })).toBeVisible();
  expect((await broker.goto(`/me/deals/${deal}`))?.status(), "not asked yet").toBe(404);

  await buyer.goto(`/o/boshi/deals/${deal}`);
  await buyer.locator("summary").filter({ hasText: "请技术经理人" }).click();
  await buyer.locator("#brokerId").selectOption({ label: await optionWith(buyer, "陈思远") });
  await buyer.getByRole("button", { name: "邀请", exact: true }).click();
  await expect(buyer.getByText("已邀请").first()).toBeVisible();
  await expectAccessible(buyer);

  await broker.goto(`/me/deals/${deal}`);
  await expect(broker.getByText("您受邀作为技术经理人参与这件交易。")).toBeVisible();
  await expect(broker.getByText(secret)).toHaveCount(0);
  await expectAccessible(broker);
  await broker.getByRole("button", { name: "接受邀请" }).click();
  await expect(broker.getByRole("listitem").filter({ hasText: secret })).toBeVisible();
  await broker.locator("#text").fill(words);
  await broker.getByRole("button", { name: "发送" }).click();
  await expect(broker.getByRole("listitem").filter({ hasText: words })).toBeVisible();
  await expectAccessible(broker);

  // Days later: the deal is found again among the broker's places.
  await broker.goto("/me/broker/desk");
  await broker.getByRole("navigation", { name: "工作台导航" }).getByRole("link", { name: "我的交易" }).click();
  await expect(broker.getByRole("heading", { name: "我参与的交易" })).toBeVisible();
  await expect(broker.locator(`a[href="/me/deals/${deal}"]`)).toBeVisible();
  await expectAccessible(broker);

  for (const [page, org] of [[buyer, "boshi"], [seller, "hit"]] as const) {
    await page.goto(`/o/${org}/deals/${deal}`);
    await expect(page.getByRole("listitem").filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole("complementary").getByText(/中介\s*陈思远/)).toBeVisible();
  }
});

async function optionWith(page: Page, words: string): Promise<string> {
  return (await page.locator("#brokerId option").filter({ hasText: words }).first().textContent()) ?? "";
}
