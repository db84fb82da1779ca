import { demoPassword, personas } from "@/db/seed/personas";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { approveInQueue, submitForReview, writeAchievement } from "./writing";

test("somebody keeps a search before signing in, hears of what appears, pauses, removes and brings it back", async ({ as, page }) => {
  test.setTimeout(150_000);
  const title = unique("叶片分区控温成型");
  const code = title.slice(-6);
  await page.goto(`/search?q=${code}`);
  await page.getByRole("link", { name: "保存检索，有新结果时通知我" }).click();
  // Signed out: to the sign-in page and back to the search that was asked for.
  await page.locator("input[name=email]").fill(personas.find((one) => one.key === "enterprise")!.email);
  await page.locator("input[name=password]").fill(demoPassword);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("heading", { name: "保存并订阅检索" })).toBeVisible();
  await expect(page.locator("#name")).toHaveValue(code);
  await expectAccessible(page);
  await page.locator("#frequency").selectOption("at_once");
  await page.getByRole("button", { name: "保存检索" }).click();
  await expect(page.getByText("检索已保存")).toBeVisible();
  const card = page.getByRole("article", { name: code, exact: true });
  await expect(card).toBeVisible();
  await expectAccessible(page);

  const [author, reviewer] = [await as("office"), await as("reviewer")];
  await writeAchievement(author, "hit", title);
  await submitForReview(author);
  await approveInQueue(reviewer, title);

  await expect(async () => {
    await page.reload();
    await expect(card.getByText("1条新结果", { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await card.getByRole("link", { name: code, exact: true }).click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();

  await page.goto("/me/subscriptions");
  await expect(card.getByText("1条新结果", { exact: true })).toHaveCount(0);
  await card.getByRole("button", { name: "暂停" }).click();
  await expect(card.getByText("已暂停")).toBeVisible();
  await card.getByRole("button", { name: "删除" }).click();
  await expect(page.getByText(`已删除“${code}”。`)).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(card).toBeVisible();
});
