import { expect, expectAccessible, test, unique } from "./fixtures";
import { claimInQueue, submitForReview, writeAchievement } from "./writing";

test("two reviewers want the same review: whoever is slower reads who has it; an answer that changed nothing is seen", async ({ as }) => {
  const title = unique("被两人同时打开的成果");
  const [author, first, second] = [await as("office"), await as("reviewer"), await as("reviewer-2")];
  await writeAchievement(author, "hit", title);
  const editor = author.url();
  await submitForReview(author);

  await second.goto(`/review?q=${encodeURIComponent(title)}`);
  await second.getByRole("link", { name: title }).click();
  await expect(second.getByText("还没有人领取")).toBeVisible();
  await claimInQueue(first, title);
  await second.getByRole("button", { name: "领取", exact: true }).click();
  await expect(second.getByText("由张立新办理，您只能查看。")).toBeVisible();
  await expect(second.getByText("还没有人领取")).toHaveCount(0);
  await expect(second.locator("[data-remark]")).toHaveCount(0);

  // Given back in another tab and taken by the other: the page that still stands open says so.
  const elsewhere = await first.context().newPage();
  await elsewhere.goto(first.url());
  await elsewhere.getByRole("button", { name: "释放" }).click();
  await expect(elsewhere).toHaveURL(/\/review$/);
  await claimInQueue(second, title);
  await first.getByRole("button", { name: "通过", exact: true }).click();
  await expect(first.getByRole("alert").filter({ hasText: "孙丽华已领取这一件，您不能办理。" })).toBeFocused();

  const field = second.locator("section").filter({ has: second.getByRole("heading", { name: "摘要", exact: true }) });
  await field.getByText("写意见").click();
  await field.getByRole("textbox").fill("请写明依据。");
  await second.getByRole("button", { name: "退回修改" }).click();
  await expect(second.getByText(`已退回“${title}”`)).toBeVisible();

  await author.goto(editor);
  await author.getByRole("button", { name: "已按意见修改" }).click();
  await expect(author.getByText("已答复：已按意见修改。")).toBeVisible();
  await submitForReview(author);
  await claimInQueue(second, title);
  await expect(second.getByRole("link", { name: /^只看改动/ })).toHaveAttribute("aria-current", /./);
  await expect(second.getByText("上一轮意见：请写明依据。")).toBeVisible();
  await expect(second.getByText("但这一栏与上一版相同，没有改动。")).toBeVisible();
  // A copy goes with its decision: this round begins with nothing.
  await expect(second.getByText(/已带回您写的/)).toHaveCount(0);
  await expectAccessible(second);
});
