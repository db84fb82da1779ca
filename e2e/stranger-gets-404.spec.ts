import { expect, test } from "./fixtures";

test("what is not yours does not exist: other organisations, the bureau, operations", async ({ as, page: visitor }) => {
  const enterprise = await as("enterprise");
  for (const path of ["/o/hit", "/o/hit/achievements", "/review", "/registrations", "/ledger", "/rules", "/operations", "/o/boshi/needs/01900000-0000-7000-8000-000000000000", "/brokers/01900000-0000-7000-8000-000000000000", "/brokers/applications"]) {
    const answer = await enterprise.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(enterprise.getByRole("heading", { name: "没有找到这一页" }), path).toBeVisible();
  }
  // Signed out, a workspace asks who you are and leads back afterwards.
  await visitor.goto("/o/hit/achievements");
  await expect(visitor).toHaveURL(/\/sign-in\?next=/);
});

test("a member who may only look, and was sent the address of an empty form, is told so", async ({ as }) => {
  const viewer = await as("office-viewer");
  for (const path of ["/o/hit/achievements/new", "/o/hit/needs/new"]) {
    expect((await viewer.goto(path))?.status(), path).toBe(200);
    await expect(viewer.getByRole("main").getByText("您是查看者，新建和修改需要编辑权限。"), path).toBeVisible();
    await expect(viewer.getByRole("main").getByRole("textbox"), path).toHaveCount(0);
  }
});
