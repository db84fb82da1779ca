import type { Page } from "@playwright/test";
import { agreeTerms, confirm, openDeal, signContract } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";

test("the cockpit's figure moves by what the reviewer recognised, and leads down to the event that recorded it", async ({ as }) => {
  const [buyer, seller, reviewer, director] = [await as("enterprise"), await as("office"), await as("reviewer"), await as("director")];
  const title = unique("驾驶舱看得到的许可合同");
  const deal = await openDeal(buyer, seller);
  await agreeTerms(buyer, seller, deal);
  await signContract(seller, deal, title);
  await confirm(seller, "提交登记");
  await expect(seller.getByText("已提交").first()).toBeVisible();

  const before = await totals(director);
  await reviewer.goto(`/registrations?q=${encodeURIComponent(title)}`);
  await reviewer.getByRole("link", { name: title }).click();
  await confirm(reviewer, "受理");
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  await reviewer.locator("#officialNumber").fill(`${year}230100${String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0")}`);
  // Recognised is less than declared: the figure follows what was recognised.
  await reviewer.locator("#recognisedTotalFen").fill("110");
  await reviewer.locator("#recognisedTechnicalFen").fill("90");
  await reviewer.locator("#remark").fill("设备款不计入技术合同成交额。");
  await confirm(reviewer, "登记");
  await expect(reviewer.getByText(/登记编号\d{16}，计入\d{4}年/)).toBeVisible();
  await expectAccessible(reviewer);

  const after = await totals(director);
  expect(after.contracts).toBe(before.contracts + 1);
  expect(after.sum, "the figure moves").not.toBe(before.sum);

  await director.goto(`/cockpit?year=${year}`);
  await expectAccessible(director);
  await director.locator(`main a[href^="/cockpit/contracts?"][href*="type=license"]:visible`).first().click();
  await expect(director.getByText(/共[\d,]+份/).first()).toBeVisible();
  const row = director.getByRole("row").filter({ hasText: title });
  while ((await row.count()) === 0) await director.getByRole("link", { name: "下一页" }).click();
  await expect(row, "what was recognised, not the declared 120万元").toContainText("110.00");
  await row.locator('a[href*="#"]').first().click();
  await expect(director).toHaveURL(/\/registrations\/[\w-]{36}#/);
  await expect(director.getByRole("heading", { name: "成交额台账中的记录" })).toBeVisible();
  await expect(director.locator(`[id="${new URL(director.url()).hash.slice(1)}"]`), "the event that recorded it").toBeInViewport();
  await expectAccessible(director);
});

/** Number and sum of the year's contracts as the list behind the figure says them. */
async function totals(page: Page): Promise<{ contracts: number; sum: string }> {
  await page.goto("/cockpit/contracts");
  const sentence = (await page.getByText(/合计[\d,.]+/).first().textContent()) ?? "";
  const found = /共([\d,]+)份.*合计([\d,.]+[万亿]?元)/.exec(sentence);
  return { contracts: Number(found?.[1]?.replaceAll(",", "")), sum: found?.[2] ?? "" };
}
