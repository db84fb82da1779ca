import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { beginAchievement, typeAndSave } from "./writing";

const field = (label: string) => ({ name: label, exact: true });

test("two people edit one draft: each differing field is shown twice, one chooses, and both texts end up where they were meant", async ({ as }) => {
  const [first, second] = [await as("office"), await as("office")];
  await beginAchievement(first, "hit", unique("两人同时编辑的成果"));
  await typeAndSave(first, { "#summary": "共同的开头。" });
  const editor = first.url();
  await second.goto(editor);
  await expect(second.locator("#summary")).toHaveValue("共同的开头。");

  await typeAndSave(first, { "#summary": "第一位写的摘要。", "#keywords": "低温成型" });

  await second.locator("#summary").fill("第二位写的摘要。");
  const panel = second.getByRole("form").filter({ hasText: "合并保存" });
  await expect(panel.getByText(/保存了新版本。您的内容还在本页/)).toBeVisible();
  const summary = panel.getByRole("group", field("摘要双方都改了"));
  await expect(summary).toContainText("第一位写的摘要。");
  await expect(summary).toContainText("第二位写的摘要。");
  await expectAccessible(second);
  // Only the other one touched the keywords: theirs are proposed.
  await expect(panel.getByRole("group", field("关键词")).getByRole("radio", { name: "用对方的" })).toBeChecked();
  await expect(summary.getByRole("radio", { name: "用我的" })).toBeChecked();
  await panel.getByRole("button", { name: "合并保存" }).click();
  await expect(second).toHaveURL(/merged=/);
  await expect(second.locator("#summary")).toHaveValue("第二位写的摘要。");
  await expect(second.locator("#keywords")).toHaveValue("低温成型");
  await second.reload();
  await expect(second.locator("#summary")).toHaveValue("第二位写的摘要。");
  expect(await copiesIn(second), "what is saved leaves no copy").toEqual([]);
});

test("without script the same happens on the page that comes back", async ({ as }) => {
  const [first, plain] = [await as("office"), await as("office", { javaScriptEnabled: false })];
  await beginAchievement(first, "hit", unique("无脚本编辑的成果"));
  const editor = first.url();
  await plain.goto(editor);
  await typeAndSave(first, { "#summary": "有脚本的人写的摘要。" });

  await plain.locator("#summary").fill("没有脚本的人写的摘要。");
  await plain.locator("#description").fill("第一行\n第二行 <script>alert(1)</script>");
  await plain.getByRole("button", { name: "保存并关闭" }).click();
  const panel = plain.getByRole("form").filter({ hasText: "合并保存" });
  await expect(panel.getByRole("group", field("摘要双方都改了"))).toContainText("有脚本的人写的摘要。");
  await expect(panel.getByRole("group", field("摘要双方都改了"))).toContainText("没有脚本的人写的摘要。");
  await panel.getByRole("group", field("摘要双方都改了")).getByRole("radio", { name: "用对方的" }).check();
  await panel.getByRole("button", { name: "合并保存" }).click();
  await expect(plain.locator("#summary")).toHaveValue("有脚本的人写的摘要。");
  await expect(plain.locator("#description")).toHaveValue("第一行\n第二行 <script>alert(1)</script>");
});

async function copiesIn(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")));
}
