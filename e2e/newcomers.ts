import { expect, type Page } from "@playwright/test";
import { expectAccessible, unique } from "./fixtures";

const password = "a-long-enough-password";

/** An address that nobody has used. */
export function newAddress(): string {
  return `${unique("who").toLowerCase()}@example.com`;
}

/** Opens the link of the newest mail to that address, as the local post office shows it. */
export async function openMail(page: Page, address: string, subject: RegExp): Promise<void> {
  const mail = page.getByRole("listitem").filter({ hasText: address }).filter({ hasText: subject }).first();
  await expect(async () => {
    await page.goto("/dev/mail");
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await mail.getByRole("link", { name: "打开链接" }).click();
  await expect(page).not.toHaveURL(/\/dev\/mail/);
}

/** Somebody without an account signs up, follows the link in the mail and signs in; ends on the page that asks whom they act for. */
export async function signUp(page: Page, name: string, address: string): Promise<void> {
  await page.goto("/sign-up");
  await page.locator("#name").fill(name);
  await page.locator("#email").fill(address);
  await page.locator("#password").fill(password);
  await page.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
  await page.getByRole("button", { name: "注册", exact: true }).click();
  await expect(page.getByRole("heading", { name: "请查收邮件" })).toBeVisible();
  await openMail(page, address, /验证/);
  await page.getByRole("button", { name: "完成验证" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, address);
  await expect(page.getByRole("heading", { name: "您代表哪个单位？" })).toBeVisible();
}

/** A newcomer registers an enterprise of their own; ends on its desk, not yet verified. */
export async function foundEnterprise(page: Page, name: string, creditCode: string): Promise<void> {
  await page.goto("/welcome/new");
  await page.getByRole("radio", { name: "企业", exact: true }).check();
  await page.locator("#name").fill(name);
  await page.locator("#creditCode").fill(creditCode);
  await page.locator("#districtCode").selectOption({ index: 1 });
  await page.locator("#contactName").fill("新来的人");
  await page.locator("#contactPhone").fill("１３８　0000　0000");
  await page.getByRole("button", { name: "登记单位" }).click();
}

/** The enterprise asks to be verified, an operator agrees. @returns the address of its desk */
export async function getVerified(page: Page, operator: Page, name: string): Promise<string> {
  const desk = new URL(page.url()).pathname;
  await page.goto(`${desk}/settings`);
  await page.getByRole("button", { name: "提交认证" }).click();
  await expect(page.getByText("审核中").first()).toBeVisible();
  await operator.goto(`/operations/organisations?q=${encodeURIComponent(name)}`);
  await expectAccessible(operator);
  await operator.getByRole("link", { name }).first().click();
  await expect(operator.getByRole("link", { name: "打开公开页" })).toHaveAttribute("href", /^\/organisations\//);
  await operator.getByRole("button", { name: "认证通过" }).click();
  await expect(operator.getByText("已认证").first()).toBeVisible();
  await expectAccessible(operator);
  return desk;
}

export async function signIn(page: Page, address: string, secret = password): Promise<void> {
  await page.locator("#email").fill(address);
  await page.locator("#password").fill(secret);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}
