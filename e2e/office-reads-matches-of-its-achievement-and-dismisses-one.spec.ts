import { expect, expectAccessible, test, unique } from "./fixtures";
import { approveInQueue, submitForReview, writeAchievement, writeNeed } from "./writing";

test("an achievement finds the need it fits, says why, and what is put aside with a reason stays away until undone", async ({ as }) => {
  const [office, enterprise, reviewer] = [await as("office"), await as("enterprise"), await as("reviewer")];
  const [offer, wanted] = [unique("叶片低温一体成型工艺"), unique("叶片低温成型返工率高")];
  await writeNeed(enterprise, "boshi", wanted);
  await submitForReview(enterprise);
  await approveInQueue(reviewer, wanted);
  await writeAchievement(office, "hit", offer);
  const id = /achievements\/([\w-]+)\/edit/.exec(office.url())?.[1] ?? "";
  await submitForReview(office);
  await approveInQueue(reviewer, offer);

  const card = office.getByRole("article").filter({ hasText: wanted });
  await expect(async () => {
    await office.goto(`/o/hit/matches/${id}`);
    await expect(card).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(office.getByText(/匹配的需求\d+项，最契合的在前/)).toBeVisible();
  await expect(card.getByText(/高度契合|较契合|可了解/).first()).toBeVisible();
  await expect(card.getByText(/共同词：|同一(方向|领域|产业)：/).first()).toBeVisible();
  await expectAccessible(office);

  await card.getByRole("button", { name: "不合适…" }).click();
  await office.getByRole("dialog").getByRole("radio", { name: "领域不对" }).check();
  await office.getByRole("dialog").getByRole("button", { name: "标为不合适" }).click();
  await expect(card).toHaveCount(0);
  await office.reload();
  await expect(card, "after a reload too").toHaveCount(0);
  const hidden = office.locator("details").filter({ hasText: /已隐藏\d+项/ });
  await hidden.locator("summary").click();
  await hidden.getByRole("listitem").filter({ hasText: wanted }).getByRole("button", { name: "撤销" }).click();
  await expect(card).toHaveCount(1);
});
