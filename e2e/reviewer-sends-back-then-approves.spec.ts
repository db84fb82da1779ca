import { expect, expectAccessible, test, unique } from "./fixtures";
import { approveInQueue, claimInQueue, submitForReview, writeAchievement } from "./writing";

const reason = "请写明与现有做法相比提高多少，并给出依据。";

test("a reviewer sends an achievement back; the author mends it; it becomes public and searchable; a revision waits", async ({ as, page: visitor }) => {
  const title = unique("叶片分区控温成型");
  const [author, reviewer] = [await as("office"), await as("reviewer")];
  await writeAchievement(author, "hit", title);
  const editor = author.url();
  await submitForReview(author);

  await claimInQueue(reviewer, title);
  await expectAccessible(reviewer);
  // What is missing in a question is said in it: it stays open.
  await reviewer.getByRole("button", { name: "不予公开", exact: true }).click();
  const question = reviewer.getByRole("dialog");
  await question.getByRole("button", { name: "不予公开", exact: true }).click();
  await expect(question.getByText(/请填写/)).toBeVisible();
  await expect(question.getByRole("textbox")).toBeFocused();
  await question.getByRole("button", { name: "取消" }).click();
  await reviewer.getByRole("alert").getByRole("link").click();
  await expect(question.getByRole("textbox")).toBeFocused();
  await question.getByRole("button", { name: "取消" }).click();

  const field = reviewer.locator("section").filter({ has: reviewer.getByRole("heading", { name: "摘要", exact: true }) });
  await field.getByText("写意见").click();
  await expect(field.getByRole("textbox")).toBeFocused();
  await field.getByRole("textbox").fill(reason);
  // An approval sends no remarks: it waits until they are sent or taken out, and nothing is lost.
  await reviewer.getByRole("button", { name: "通过", exact: true }).click();
  const unsent = reviewer.getByRole("alert").filter({ hasText: "您写了1条意见。通过不会发送意见" });
  await expect(unsent).toBeFocused();
  await expect(unsent).toBeInViewport();
  await expect(field.getByRole("textbox")).toHaveValue(reason);
  // Nor by leaving: in a view without boxes it counts as well, and the page opened anew has it.
  await reviewer.getByRole("link", { name: "公开效果" }).click();
  await expect(reviewer.getByText("已带回您写的1条意见")).toBeVisible();
  await reviewer.getByRole("button", { name: "通过", exact: true }).click();
  await expect(unsent).toBeFocused();
  await reviewer.goto("/review");
  await reviewer.goBack();
  await reviewer.getByRole("link", { name: "全文" }).click();
  await expect(reviewer).toHaveURL(/view=all/);
  await reviewer.reload();
  await expect(field.getByRole("textbox")).toBeVisible();
  await expect(field.getByRole("textbox")).toHaveValue(reason);
  await reviewer.getByRole("button", { name: "退回修改" }).click();
  await expect(reviewer.getByText("已退回").first()).toBeVisible();

  // Too soon: taken back, with every word that was written, and sent again.
  await reviewer.getByRole("status").filter({ hasText: `已退回“${title}”` }).getByRole("button", { name: "撤销", exact: true }).click();
  await expect(reviewer.getByText("领取人：我")).toBeVisible();
  await expect(field.getByRole("textbox")).toHaveValue(reason);
  await expectAccessible(reviewer);
  await reviewer.getByRole("link", { name: "公开效果" }).click();
  await expect(reviewer.getByText("已带回您写的1条意见")).toBeVisible();
  await reviewer.getByRole("button", { name: "退回修改" }).click();
  await expect(reviewer.getByText(`已退回“${title}”`)).toBeVisible();

  // Until it is answered the check page calls nothing ready, and the list of sections leads to the remark.
  await author.goto(editor.replace(/\/edit.*$/, "/check"));
  await expect(author.getByText("还有1条审核意见没有答复。")).toBeVisible();
  await expect(author.getByText("必填项已齐，可以提交。")).toBeHidden();
  await author.goto(editor);
  await author.getByRole("navigation", { name: "本页各部分" }).getByRole("link", { name: "待答复1条" }).click();
  await expect(author).toHaveURL(/#summary$/);
  await expect(author.getByText(reason)).toBeVisible();
  await author.locator("#summary").pressSequentially("数据来自第三方检测报告。");
  await author.getByRole("button", { name: "已按意见修改" }).click();
  await expect(author.getByText("已答复：已按意见修改。")).toBeVisible();
  await expect(author.getByRole("link", { name: /^待答复/ })).toBeHidden();
  await expect(author.locator("#summary")).toHaveValue(/第三方检测报告/);
  await submitForReview(author);
  await approveInQueue(reviewer, title);

  const result = visitor.getByRole("main").getByRole("link", { name: title });
  await expect(async () => {
    await visitor.goto(`/search?q=${encodeURIComponent(title)}`);
    await expect(result.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await result.first().click();
  await expect(visitor.getByText("第三方检测报告").first()).toBeVisible();

  // The published text stays while its revision is being written.
  await author.goto(editor.replace(/\/edit.*$/, ""));
  await author.getByRole("button", { name: "新建修改稿" }).click();
  await expect(author.getByText("修改稿在编").first()).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText(title);
});
