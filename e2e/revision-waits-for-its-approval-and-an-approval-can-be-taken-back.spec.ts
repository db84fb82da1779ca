import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { approveInQueue, submitForReview, typeAndSave, writeAchievement } from "./writing";

test("the published text stays until its revision is approved; a hasty approval is taken back within minutes", async ({ as }) => {
  const [author, reviewer, visitor] = [await as("office"), await as("reviewer"), await as(null)];
  const title = unique("待修订的成果");
  const revised = `${title}二版`;
  await writeAchievement(author, "hit", title);
  const id = /achievements\/([\w-]+)\/edit/.exec(author.url())?.[1] ?? "";
  await submitForReview(author);
  await approveInQueue(reviewer, title);
  await seen(visitor, id, title);

  await author.goto(`/o/hit/achievements/${id}`);
  await author.getByRole("button", { name: "新建修改稿" }).click();
  await expect(author.getByText("公开版仍在展示，修改稿审核通过后替换。")).toBeVisible();
  await author.locator("#secrecyReviewedBy").fill("单位保密办公室");
  await author.locator("#secrecyReviewedOn").fill(new Date().toISOString().slice(0, 10));
  await author.getByRole("radio", { name: "否", exact: true }).check();
  await typeAndSave(author, { "#title": revised });
  await submitForReview(author);
  await seen(visitor, id, title);

  await approveInQueue(reviewer, revised);
  await seen(visitor, id, revised);
  // Back in the reviewer's hands, and in public as before.
  await reviewer.goto("/review");
  await expectAccessible(reviewer);
  await reviewer.getByRole("status").filter({ hasText: revised }).getByRole("button", { name: "撤销" }).click();
  await expect(reviewer.getByText("领取人：我")).toBeVisible();
  await expectAccessible(reviewer);
  await seen(visitor, id, title);
  await author.goto(`/o/hit/achievements/${id}`);
  await expect(author.getByText("撤销通过").first()).toBeVisible();
  await expectAccessible(author);

  // Decided again by a single key, which a field in use would swallow.
  await reviewer.locator("body").press("a");
  await expect(reviewer).toHaveURL(/\/review\?tab=claimed/);
  await seen(visitor, id, revised);
});

async function seen(visitor: Page, id: string, title: string): Promise<void> {
  await visitor.goto(`/achievements/${id}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
}
