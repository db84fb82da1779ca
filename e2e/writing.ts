import { expect, type Page } from "@playwright/test";

const summary = "面向寒区风电叶片制造，解决低温下树脂浸润不均、层间强度不足的问题，采用分区控温一体成型，叶片合格率由百分之八十八提高到百分之九十六。";
const description = "采用分区控温和真空辅助成型，在零下三十度环境完成铺层、浸润和固化。\n已在两条中试线上连续试制一百二十支叶片。";
const problem = "叶片在冬季厂房内成型时树脂浸润不均，层间剪切强度离散大，返工率接近两成。曾尝试整体加热，能耗过高。";

/** The smallest file that is a PDF. */
export const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** Begins a draft and fills what every submission of an achievement needs; ends on the editor with everything saved. */
export async function writeAchievement(page: Page, org: string, title: string): Promise<void> {
  await begin(page, `/o/${org}/achievements/new`, title);
  await page.locator("#summary").fill(summary);
  await choosePlace(page);
  await page.locator("#keywords").fill("风电叶片、低温成型、碳纤维");
  await page.locator("#description").fill(description);
  await page.locator("#maturity").selectOption("7");
  await page.locator('[id="ip[0].kind"]').selectOption("invention_patent");
  await page.locator('[id="ip[0].number"]').fill("ZL202310123456.7");
  await page.locator('[id="ip[0].status"]').selectOption("granted");
  await page.getByRole("checkbox", { name: "许可", exact: true }).check();
  await page.getByRole("checkbox", { name: "转让", exact: true }).check();
  await state(page);
}

/** Begins a draft and fills what every submission of a need needs; ends on the editor with everything saved. */
export async function writeNeed(page: Page, org: string, title: string, { anonymousAs }: { anonymousAs?: string } = {}): Promise<void> {
  await begin(page, `/o/${org}/needs/new`, title);
  await page.locator("#problem").fill(problem);
  await choosePlace(page);
  await page.locator("#keywords").fill("风电叶片、低温成型、碳纤维");
  await page.locator('[id="indicators[0].name"]').fill("层间剪切强度");
  await page.locator('[id="indicators[0].comparator"]').selectOption("ge");
  await page.locator('[id="indicators[0].target"]').fill("60");
  await page.locator('[id="indicators[0].unit"]').fill("MPa");
  await page.locator('[id="indicators[0].required"]').selectOption("must");
  await page.locator("#requiredMaturity").selectOption("6");
  await page.locator("#deadline").fill(inDays(120));
  if (anonymousAs) {
    await page.getByRole("radio", { name: "匿名发布" }).check();
    await page.locator("#alias").fill(anonymousAs);
  }
  await page.getByRole("checkbox", { name: "许可", exact: true }).check();
  await state(page);
}

/** From the editor over the page of checks to the page that says it was submitted. */
export async function submitForReview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "去提交" }).click();
  await expect(page.getByRole("heading", { name: "核对后提交" })).toBeVisible();
  await expect(page.getByText("必填项已齐，可以提交。")).toBeVisible();
  await page.getByRole("radio", { name: "不涉及", exact: true }).check();
  await page.getByRole("checkbox", { name: /本单位已作保密审查/ }).check();
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByRole("heading", { name: "已提交", exact: true })).toBeVisible();
}

/** Finds a submission in the reviewer's queue and claims it; ends on its page. */
export async function claimInQueue(page: Page, title: string): Promise<void> {
  await page.goto(`/review?q=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "领取", exact: true }).click();
  await expect(page.getByText("领取人：我")).toBeVisible();
}

/** Claims a submission and approves it. */
export async function approveInQueue(page: Page, title: string): Promise<void> {
  await claimInQueue(page, title);
  await page.getByRole("button", { name: "通过", exact: true }).click();
  await expect(page).toHaveURL(/\/review\?tab=claimed/);
  await expect(page.getByText("已通过").first()).toBeVisible();
}

/** A civil date in Harbin that many days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** A draft with nothing but its title; ends on its editor. */
export function beginAchievement(page: Page, org: string, title: string): Promise<void> {
  return begin(page, `/o/${org}/achievements/new`, title);
}

/** Types into fields of the editor and waits until the server has confirmed. */
export async function typeAndSave(page: Page, fields: Record<string, string>): Promise<void> {
  const saved = page.waitForResponse((response) => response.url().includes("/api/drafts/") && response.ok());
  for (const [selector, text] of Object.entries(fields)) await page.locator(selector).fill(text);
  await saved;
}

async function begin(page: Page, path: string, title: string): Promise<void> {
  await page.goto(path);
  await page.locator("#title").fill(title);
  await page.getByRole("button", { name: "开始填写" }).click();
  await expect(page).toHaveURL(/\/edit/);
  await expect(page.locator("#title")).toHaveValue(title);
}

async function choosePlace(page: Page): Promise<void> {
  await page.locator("#industryCode").selectOption("EQ");
  await page.locator("select[name=fieldCode]").selectOption("EQ02");
  await page.locator("#districtCode").selectOption({ index: 1 });
}

async function state(page: Page): Promise<void> {
  await page.locator("#secrecyReviewedBy").fill("单位保密办公室");
  await page.locator("#secrecyReviewedOn").fill(inDays(-1));
  await page.getByRole("radio", { name: "否", exact: true }).check();
  await expect(page.getByText(/已自动保存/)).toBeVisible();
}
