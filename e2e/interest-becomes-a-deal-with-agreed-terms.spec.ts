import { agreeTerms, openDeal } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";

test("an interest becomes a deal in which both sides talk and agree terms", async ({ as }) => {
  const [buyer, seller] = [await as("enterprise"), await as("office")];
  const deal = await openDeal(buyer, seller);
  await expectAccessible(seller);

  // What was written with the interest is the first thing said.
  await expect(seller.getByRole("listitem").filter({ hasText: "意向留言" })).toContainText("先看检测报告");

  const words = unique("检测报告已放在文件里，请先看第三页。");
  await seller.locator("#text").fill(words);
  await seller.getByRole("button", { name: "发送" }).click();
  await expect(seller.getByRole("listitem").filter({ hasText: words })).toBeVisible();
  await buyer.goto(`/o/boshi/deals/${deal}`);
  await expect(buyer.getByRole("listitem").filter({ hasText: words })).toBeVisible();

  // What is typed of the terms and not proposed is there again.
  await buyer.goto(`/o/boshi/deals/${deal}?tab=terms`);
  await buyer.locator("#totalFen").fill("120");
  await buyer.locator("#payment").fill("没有写完");
  await buyer.reload();
  await expect(buyer.getByText("已带回您上次填写、还没有提出的内容。")).toBeVisible();
  await expect(buyer.locator("#payment")).toHaveValue("没有写完");
  await expect(buyer.getByText("= 1,200,000.00元")).toBeVisible();
  // What is written before the page's script has come stands, whatever was kept.
  await buyer.addInitScript(() => document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector<HTMLTextAreaElement>("#payment");
    if (box && sessionStorage.getItem("early")) box.value = "写在脚本前面";
    sessionStorage.removeItem("early");
  }));
  await buyer.evaluate(() => sessionStorage.setItem("early", "1"));
  await buyer.reload();
  await expect(buyer.getByText("= 1,200,000.00元")).toBeVisible();
  await expect(buyer.locator("#payment")).toHaveValue("写在脚本前面");
  await agreeTerms(buyer, seller, deal);
  await buyer.reload();
  await expect(buyer.locator("#payment")).toHaveValue("签订后付百分之五十，验收后付百分之五十。");
  await expectAccessible(seller);
  await buyer.goto(`/o/boshi/deals/${deal}?tab=timeline`);
  await expect(buyer.getByText("确认条款").first()).toBeVisible();
});
