import type { Locator } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { claimInQueue, submitForReview, writeAchievement, writeNeed } from "./writing";

test("an author follows the check-up, corrects what was read, takes over a suggested field; the reviewer sees the score", async ({ as }) => {
  const title = unique("寒区叶片一体成型体检");
  const [author, reviewer] = [await as("office"), await as("reviewer")];
  await writeAchievement(author, "hit", title);
  const checkup = author.locator("#checkup");
  await expect(checkup.getByText("没有可以量化的关键指标。")).toBeVisible();
  const before = await score(checkup);

  // The advice leads to its field, and goes when the field is filled.
  await checkup.getByRole("link", { name: "补充关键指标" }).first().click();
  await expect(author).toHaveURL(/#advantages$/);
  for (const [column, value] of [["indicator", "层间强度"], ["ours", "78"], ["unit", "MPa"], ["current", "64"], ["evidence", "检测报告"]]) await author.locator(`[id="advantages[0].${column}"]`).fill(value!);
  await expect(checkup.getByText("没有可以量化的关键指标。")).toBeHidden();
  expect(await score(checkup)).toBeGreaterThan(before);
  await expectAccessible(author);

  // What was read can be corrected, and the correction taken back.
  const reading = author.getByRole("region", { name: "平台读出了什么" });
  await reading.getByRole("button", { name: "“风电叶片”不是本项的内容" }).click();
  await expect(reading.getByText("您说不是的")).toBeVisible();
  await reading.getByRole("textbox", { name: "要补的词" }).fill("CFRP");
  await reading.getByRole("button", { name: "补上" }).click();
  await expect(reading.getByText("您补上的")).toBeVisible();
  await reading.getByRole("button", { name: "撤销对“风电叶片”的更正" }).click();
  await expect(reading.getByText("您说不是的")).toBeHidden();

  // One press takes over a suggested place, and nothing typed is lost. The author has chosen another one than the text speaks of.
  await author.locator("#industryCode").selectOption("NM");
  await author.locator("select[name=fieldCode]").selectOption("NM01");
  const suggestion = reading.getByRole("button", { name: /^采用/ }).first();
  await suggestion.click();
  await expect(author).toHaveURL(/merged=/);
  await expect(reading.getByText("已选这一项").first()).toBeVisible();
  await expect(author.locator('[id="advantages[0].ours"]')).toHaveValue("78");

  // Advice never blocks: some is left, and it goes to the reviewer with the submission.
  await expect(checkup.getByText("读者还想知道")).toBeVisible();
  const left = await score(checkup);
  await submitForReview(author);
  await claimInQueue(reviewer, title);
  const seen = reviewer.locator("#checkup");
  await expect(seen.getByText("提交时的体检，只供参考。")).toBeVisible();
  expect(await score(seen)).toBe(left);
  await expectAccessible(reviewer);
});

test("an enterprise takes over a sentence that reads like one of the five elements; what stands in a box is left alone", async ({ as }) => {
  const page = await as("enterprise");
  await writeNeed(page, "boshi", unique("寒区叶片成型五要素"));
  const sentence = "叶片在冬季厂房内成型时树脂浸润不均，层间剪切强度离散大，返工率接近两成";
  const reading = page.getByRole("region", { name: "平台读出了什么" });
  await page.locator('[id="elements.method"]').fill("分区加热");
  await reading.getByRole("button", { name: "采用为应用" }).click();
  await expect(page).toHaveURL(/merged=/);
  await expect(page.locator('[id="elements.application"]')).toHaveValue(sentence);
  await expect(page.locator('[id="elements.method"]')).toHaveValue("分区加热");
  await expect(reading.getByText("已填入")).toBeVisible();
  await expectAccessible(page);
});

/** The figure in the head of a check-up. */
async function score(checkup: Locator): Promise<number> {
  return Number(/\d+/.exec((await checkup.getByRole("heading", { level: 2 }).textContent()) ?? "")?.[0]);
}
