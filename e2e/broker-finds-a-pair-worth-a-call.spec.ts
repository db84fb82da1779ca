import { expect, expectAccessible, test, unique } from "./fixtures";

test("a broker finds a pair worth a call, puts it aside and back, notes a call and recommends it to its owners", async ({ as }) => {
  const message = unique("两边要的正好对得上，建议这周见一面。");
  const broker = await as("broker");
  const pairs = broker.getByRole("article");
  // In a young world the worker may still be matching.
  await expect(async () => {
    await broker.goto("/me/broker/desk?tab=all&size=100");
    await expect(pairs.filter({ hasText: "哈尔滨工业大学" }).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 80_000 });
  await expectAccessible(broker);
  const name = (await pairs.filter({ hasText: "哈尔滨工业大学" }).first().getAttribute("aria-label")) ?? "";
  const pair = broker.getByRole("article", { name, exact: true });

  await pair.getByRole("button", { name: "暂不", exact: true }).click();
  await expect(broker.getByText("已放到“暂不”")).toBeVisible();
  await expect(pair).toHaveCount(0);
  await broker.getByRole("status").getByRole("button", { name: "撤销", exact: true }).click();
  await expect(pair).toHaveCount(1);

  // How its owners are reached: never by a contact that is kept for their verification.
  await expect(pair.getByText("联系", { exact: true })).toHaveCount(2);
  await expect(pair.getByRole("link", { name: "单位主页" }).last()).toHaveAttribute("href", /^\/organisations\/[\w-]{36}$/);
  await expect(broker.getByText("平台不公开单位的联系人和电话")).toBeVisible();

  await pair.getByRole("button", { name: "推荐给双方…" }).click();
  await broker.getByRole("dialog").locator("textarea").fill(message);
  await broker.getByRole("dialog").getByRole("button", { name: "发出推荐" }).click();
  await expect(broker.getByText("推荐已发出")).toBeVisible();
  await expect(pair).toHaveCount(0);

  await broker.goto("/me/broker/desk?tab=contacted");
  await expect(pair.getByText("您推荐过这一对")).toBeVisible();
  await pair.getByRole("button", { name: "记一次联系…" }).click();
  await broker.getByRole("dialog").locator("textarea").fill("电话，双方都愿意谈。");
  await broker.getByRole("dialog").getByRole("button", { name: "记下" }).click();
  await expect(broker.getByText("已记下这次联系。")).toBeVisible();
  await expect(pair.getByText("您联系过：电话，双方都愿意谈。")).toBeVisible();

  // The day's list is short, folds what is done, and leads to the rest.
  await broker.goto("/me/broker/desk");
  await expect(broker.getByRole("heading", { level: 1 })).toContainText(/今天/);
  expect(await pairs.count()).toBeLessThanOrEqual(20);
  await expectAccessible(broker);

  // The owner of the achievement is told, and finds the broker's words beside their matches.
  const office = await as("office");
  const notice = office.getByRole("link", { name: /技术经理人陈思远推荐/ }).first();
  await expect(async () => {
    await office.goto("/me/inbox?tab=known");
    await expect(notice).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await notice.click();
  await expect(office.getByText(message)).toBeVisible();
  await expectAccessible(office);
});
