import { expect, expectAccessible, test, unique } from "./fixtures";
import { approveInQueue, submitForReview, writeNeed } from "./writing";

test("an enterprise publishes a need and reads why achievements fit it", async ({ as }) => {
  const title = unique("叶片低温层间强度不足");
  const [enterprise, reviewer] = [await as("enterprise"), await as("reviewer")];
  await writeNeed(enterprise, "boshi", title);
  const id = /needs\/([\w-]+)\/edit/.exec(enterprise.url())?.[1];
  await submitForReview(enterprise);
  await approveInQueue(reviewer, title);

  const cards = enterprise.getByRole("article");
  await expect(async () => {
    await enterprise.goto(`/o/boshi/matches/${id}`);
    await expect(cards.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(enterprise.getByText(/匹配的成果\d+项，最契合的在前/)).toBeVisible();
  await expect(cards.first().getByText(/高度契合|较契合|可了解/)).toBeVisible();
  await expect(cards.first().getByText(/共同词：|同一(方向|领域|产业)：/).first()).toBeVisible();
  await expectAccessible(enterprise);
});
