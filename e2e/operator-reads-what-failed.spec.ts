import { expect, expectAccessible, test } from "./fixtures";

test("an operator reads what failed and how the words' meaning is kept", async ({ as }) => {
  const operator = await as("operator");
  await operator.goto("/operations/jobs");
  await expect(operator.getByRole("heading", { name: "失败的作业" })).toBeVisible();
  await expect(operator.getByText("没有配置外部语义服务。匹配使用平台从自己的记录里学到的词义。")).toBeVisible();
  await expect(operator.getByText(/词义最近一次整理：|词义还没有整理过/)).toBeVisible();
  await expectAccessible(operator);
});
