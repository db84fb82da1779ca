import { expect, expectAccessible, test, unique } from "./fixtures";
import { approveInQueue, submitForReview, writeNeed } from "./writing";

test("an enterprise publishes a need and reads why achievements fit it", async ({ as, page: visitor }) => {
  const title = unique("叶片低温层间强度不足");
  const [enterprise, reviewer] = [await as("enterprise"), await as("reviewer")];
  await writeNeed(enterprise, "boshi", title);
  const id = /needs\/([\w-]+)\/edit/.exec(enterprise.url())?.[1];
  // Nobody is asked for another name who publishes under their own; a draft's matches are headed by its title.
  await enterprise.goto(`/o/boshi/needs/${id}/check`);
  await expect(enterprise.getByRole("heading", { name: "核对后提交" })).toBeVisible();
  await expect(enterprise.getByText("对外称呼")).toHaveCount(0);
  await enterprise.goto(`/o/boshi/matches/${id}`);
  await expect(enterprise.getByRole("heading", { level: 1 })).toHaveText(`需求：${title}`);
  await enterprise.goto(`/o/boshi/needs/${id}/edit`);
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
  await expect(cards.first().getByText(/需求的公开内容里还看不到/)).toBeVisible();
  await expectAccessible(enterprise);

  // The same as data: stored or computed this moment, as many as asked for, and for nobody else.
  const ask = async (query: string) => (await (await enterprise.request.get(`/api/needs/${id}/matches${query}`)).json() as { matches: { achievementId: string; reasons: unknown[] }[] }).matches;
  const [stored, fresh] = [await ask(""), await ask("?fresh=1")];
  expect(stored.length).toBeLessThanOrEqual(20);
  expect(fresh.map((match) => match.achievementId)).toContain(stored[0]?.achievementId);
  expect(fresh[0]?.reasons.length).toBeGreaterThan(0);
  expect(await ask("?fresh=1&limit=1")).toHaveLength(1);
  expect((await visitor.request.get(`/api/needs/${id}/matches?fresh=1`)).status()).toBe(404);
});
