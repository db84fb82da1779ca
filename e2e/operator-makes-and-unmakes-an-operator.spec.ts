import { confirm } from "./dealing";
import { expect, expectAccessible, test } from "./fixtures";

test("an operator makes another one, who is told and may run the platform until the right is taken back", async ({ as }) => {
  const [operator, other] = [await as("operator"), await as("two-hats")];
  expect((await other.goto("/operations/operators"))?.status(), "not yet").toBe(404);

  await operator.goto("/operations/operators");
  await expectAccessible(operator);
  await operator.getByRole("link", { name: "在用户中选一位" }).click();
  await operator.getByRole("textbox", { name: "姓名或邮箱" }).fill("two-hats@demo.local");
  await operator.getByRole("button", { name: "筛选" }).click();
  await expect(operator.getByRole("row")).toHaveCount(2);
  await confirm(operator, "设为平台运维");
  await expect(operator).toHaveURL(/operations\/operators/);
  const row = operator.getByRole("row").filter({ hasText: "two-hats@demo.local" });
  await expect(row).toContainText("吴桐");
  await expectAccessible(operator);

  expect((await other.goto("/operations/operators"))?.status(), "now").toBe(200);
  await expect(async () => {
    await other.goto("/me/inbox?tab=known");
    await expect(other.getByText("您已成为平台运维").first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(other);

  await confirm(operator, "撤销", row);
  await expect(row).toHaveCount(0);
  expect((await other.goto("/operations/operators"))?.status(), "no longer").toBe(404);
});
