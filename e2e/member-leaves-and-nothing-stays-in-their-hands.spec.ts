import type { Page } from "@playwright/test";
import { confirm, openDeal } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { newAddress, openMail, signUp } from "./newcomers";
import { beginAchievement, claimInQueue, submitForReview, writeAchievement } from "./writing";

test("a member leaves: the draft stays with the organisation, the deal passes to its administrators, the claimed review goes back to the queue, and all are told", async ({ as }) => {
  const [director, office, leaving, reviewer, buyer] = [await as("director"), await as("office"), await as(null), await as("reviewer"), await as("enterprise")];
  const [title, draft] = [unique("等待审核的成果"), unique("离开者的草稿")];
  const address = newAddress();
  const name = unique("要离开的人");
  await signUp(leaving, name, address);

  await invite(director, "/o/kjj/members", address, "审核员");
  await accept(leaving, address, "哈尔滨市科学技术局");
  await invite(office, "/o/hit/members", address, "编辑");
  await accept(leaving, address, "哈尔滨工业大学");
  await expectAccessible(office);

  await beginAchievement(leaving, "hit", draft);
  await office.goto(`/o/hit/achievements?q=${encodeURIComponent(draft)}`);
  await expect(office.getByRole("link", { name: draft })).toBeVisible();

  const deal = await openDeal(buyer, leaving);
  await expect(leaving.getByRole("complementary").getByText(name)).toBeVisible();

  // Nobody reviews the records of an own organisation: first out of the university, then at work for the bureau.
  await leaving.goto("/o/hit/members");
  await confirm(leaving, "退出单位");
  await expect(leaving).not.toHaveURL(/\/o\/hit\/members/);
  await leaving.goto("/o/hit");
  await expect(leaving.getByRole("heading", { name: "没有找到这一页" })).toBeVisible();
  await office.reload();
  await expect(office.getByRole("link", { name: draft }), "the draft stays").toBeVisible();

  await told(office, `${name}已退出`);
  await told(office, new RegExp(`${name}不再参与交易D-\\d{4}-\\d+，请接手`));
  await office.goto(`/o/hit/deals/${deal}`);
  await expect(office.getByRole("complementary").getByText("卖方").first()).toBeVisible();
  await expect(office.getByRole("complementary").getByText(name), "the room lists nobody who has gone").toHaveCount(0);

  await writeAchievement(office, "hit", title);
  await submitForReview(office);
  await claimInQueue(leaving, title);
  await director.goto("/o/kjj/members");
  const row = director.getByRole("row").filter({ hasText: address });
  await row.getByRole("button", { name: "移除", exact: true }).click();
  await director.getByRole("dialog").getByRole("button", { name: "移除成员" }).click();
  await expect(row).toHaveCount(0);
  await expectAccessible(director);

  await director.goto(`/review?q=${encodeURIComponent(title)}`);
  await director.getByRole("link", { name: title }).click();
  await expect(director.getByText("还没有人领取，领取后可以办理。")).toBeVisible();
  await told(reviewer, `${name}已离开，其领取的1项审核已退回队列`);
  await told(leaving, "您已不再是");
  await leaving.goto("/review");
  await expect(leaving.getByRole("heading", { name: "没有找到这一页" })).toBeVisible();
});

/** The worker tells; the inbox shows it a moment later. */
async function told(page: Page, sentence: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto("/me/inbox?tab=known");
    if ((await page.getByRole("main").getByText(sentence).count()) === 0) await page.goto("/me/inbox");
    // What is older of the same thing is folded.
    await page.getByRole("main").locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
    await expect(page.getByRole("main").getByText(sentence).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

async function invite(page: Page, path: string, address: string, role: string): Promise<void> {
  await page.goto(path);
  await page.locator("summary").filter({ hasText: "邀请成员" }).click();
  const form = page.locator("form").filter({ has: page.locator("#email") });
  await form.locator("#email").fill(address);
  await form.getByRole("checkbox", { name: new RegExp(`^${role}`) }).check();
  await form.getByRole("button", { name: "邀请成员" }).click();
  await expect(page.getByRole("row").or(page.getByRole("listitem")).filter({ hasText: address }).first()).toBeVisible();
}

async function accept(page: Page, address: string, organisation: string): Promise<void> {
  await openMail(page, address, new RegExp(`邀请您加入.*${organisation}`));
  await page.getByRole("button", { name: "接受邀请" }).click();
  await expect(page).toHaveURL(/\/o\/|\/review|\/cockpit/);
}
