import { expect, type Page } from "@playwright/test";
import { expectAccessible, unique } from "./fixtures";
import { inDays } from "./writing";

/** The buyer declares its interest in one of the seller's published achievements, the seller accepts. @returns the deal's id */
export async function openDeal(buyer: Page, seller: Page): Promise<string> {
  const message = unique("我们在叶片产线上想试用这项技术，希望先看检测报告。");
  await seller.goto("/o/hit/achievements?tab=published");
  const rows = await seller.getByRole("main").getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const ids = [...new Set(rows.flatMap((href) => /^\/o\/hit\/achievements\/([\w-]{36})/.exec(href)?.[1] ?? []))];
  for (const id of ids) {
    await buyer.goto(`/o/boshi/interests/new?target=${id}`);
    // A record to which the buyer's interest is already waiting offers no second form.
    if (await buyer.locator("#message").isVisible()) break;
  }
  await buyer.locator("#message").fill(message);
  await buyer.getByRole("button", { name: "提出意向" }).click();
  await expect(buyer).toHaveURL(/interests\?box=out/);
  await expect(buyer.getByRole("article").filter({ hasText: message }).getByText("待回应")).toBeVisible();

  await seller.goto("/o/hit/interests");
  await confirm(seller, "接受意向", seller.getByRole("article").filter({ hasText: message }));
  await expect(seller).toHaveURL(/\/o\/hit\/deals\/[\w-]{36}/);
  return /deals\/([\w-]{36})/.exec(seller.url())?.[1] ?? "";
}

/** The buyer proposes terms of 1.2 million yuan, the seller agrees to them. */
export async function agreeTerms(buyer: Page, seller: Page, deal: string): Promise<void> {
  await buyer.goto(`/o/boshi/deals/${deal}?tab=terms`);
  await buyer.locator("#mode").selectOption("license");
  await buyer.locator("#totalFen").fill("120");
  await buyer.locator("#technicalFen").fill("100");
  await buyer.locator("#payment").fill("签订后付百分之五十，验收后付百分之五十。");
  await buyer.locator("#ownership").fill("专利权归卖方，改进成果归完成方。");
  await buyer.locator("#delivery").fill("交付工艺规程和样件，按检测报告验收。");
  await buyer.locator("#startsOn").fill(inDays(10));
  await buyer.locator("#endsOn").fill(inDays(375));
  await buyer.getByRole("button", { name: "提出条款" }).click();
  await expect(buyer.getByText(/等待.*确认第1版条款/)).toBeVisible();

  await seller.goto(`/o/hit/deals/${deal}?tab=terms`);
  await expect(seller.getByText("轮到您：确认第1版条款")).toBeVisible();
  await confirm(seller, "确认条款");
  await expect(seller.getByText("条款已达成一致，可以签约")).toBeVisible();
}

type CoSeller = { name: string; creditCode: string; share: string };

/** The seller records the signed contract, alone or with others; ends on the contract's page. */
export async function signContract(seller: Page, deal: string, title: string, coSellers: CoSeller[] = []): Promise<void> {
  await seller.goto(`/o/hit/deals/${deal}?tab=contract`);
  await seller.locator("#title").fill(title);
  await seller.locator("#type").selectOption("license");
  await seller.locator("#ipKind").selectOption("invention_patent");
  if (coSellers.length > 0) await seller.locator("summary").filter({ hasText: "还有共同卖方或共同买方" }).click();
  for (const [index, one] of coSellers.entries()) {
    if (index > 0) await seller.locator("#coSellers").getByRole("button", { name: "增加一行" }).click();
    await seller.locator(`[id="coSellers[${index}].name"]`).fill(one.name);
    await seller.locator(`[id="coSellers[${index}].creditCode"]`).fill(one.creditCode);
    await seller.locator(`[id="coSellers[${index}].place"]`).selectOption({ index: 1 });
    await seller.locator(`[id="coSellers[${index}].share"]`).fill(one.share);
  }
  if (coSellers.length > 0) await expectAccessible(seller);
  await confirm(seller, "记录合同");
  await expect(seller).toHaveURL(/\/o\/hit\/contracts\//);
}

/** Presses a button that asks first, and says yes. */
export async function confirm(page: Page, verb: string, within: Pick<Page, "getByRole"> = page): Promise<void> {
  await within.getByRole("button", { name: verb, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: verb, exact: true }).click();
}
