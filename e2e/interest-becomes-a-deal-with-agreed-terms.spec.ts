import { agreeTerms, openDeal } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";

test("an interest becomes a deal in which both sides talk and agree terms", async ({ as }) => {
  const [buyer, seller] = [await as("enterprise"), await as("office")];
  const deal = await openDeal(buyer, seller);
  await expectAccessible(seller);

  const words = unique("检测报告已放在文件里，请先看第三页。");
  await seller.locator("#text").fill(words);
  await seller.getByRole("button", { name: "发送" }).click();
  await expect(seller.getByRole("listitem").filter({ hasText: words })).toBeVisible();
  await buyer.goto(`/o/boshi/deals/${deal}`);
  await expect(buyer.getByRole("listitem").filter({ hasText: words })).toBeVisible();

  await agreeTerms(buyer, seller, deal);
  await expectAccessible(seller);
  await buyer.goto(`/o/boshi/deals/${deal}?tab=timeline`);
  await expect(buyer.getByText("确认条款").first()).toBeVisible();
});
