import { expect, expectAccessible, test, unique } from "./fixtures";
import { pdf, submitForReview, writeAchievement } from "./writing";

test("a transfer office writes an achievement, attaches a file, previews and submits it", async ({ as }) => {
  const title = unique("寒区叶片一体成型工艺");
  const page = await as("office");
  await writeAchievement(page, "hit", title);
  // What is required was counted while it was typed.
  await expect(page.getByRole("navigation", { name: "本页各部分" }).getByText(/^必填(\d+)\/\1$/)).toBeVisible();
  await expectAccessible(page);

  // The draft was saved while it was typed.
  await page.reload();
  await expect(page.locator("#maturity")).toHaveValue("7");
  await expect(page.locator("#keywords")).toHaveValue(/低温成型/);

  await page.locator("#file").setInputFiles({ name: "检测报告.pdf", mimeType: "application/pdf", buffer: pdf });
  // Chosen is not sent: nobody goes on without being told.
  await page.getByRole("button", { name: "去提交" }).click();
  await expect(page.getByText("所选文件还没有上传")).toBeFocused();
  await page.getByRole("button", { name: "上传附件" }).click();
  await expect(page.getByRole("link", { name: "检测报告.pdf" })).toBeVisible();

  await page.getByRole("link", { name: "预览" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await page.goBack();

  // Of a right nothing is guessed: without its kind it is kept, and asked for beside its box.
  await page.locator('[id="ip[0].kind"]').selectOption("");
  await page.getByRole("button", { name: "去提交" }).click();
  await page.getByRole("link", { name: "请选择类别。" }).click();
  await expect(page.locator('[id="ip[0].kind-error"]')).toHaveText("请选择类别。");
  await expect(page.locator('[id="ip[0].number"]')).toHaveValue("ZL202310123456.7");
  const saved = page.waitForResponse((response) => response.url().includes("/api/drafts/") && response.ok());
  await page.locator('[id="ip[0].kind"]').selectOption("invention_patent");
  await saved;

  await submitForReview(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "查看" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("待审核").first()).toBeVisible();
  await expectAccessible(page);
});
