import { writeFile } from "node:fs/promises";
import { openDeal } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { beginAchievement, pdf, typeAndSave } from "./writing";

test("full-width digits, pasted line breaks, markup, wrong amounts and wrong files each get a clear answer; nothing typed is lost", async ({ as }) => {
  const page = await as("office");
  const title = unique("坏输入");
  await beginAchievement(page, "hit", title);
  // Whoever leaves the price negotiable is not asked for an amount.
  await expect(page.locator("#price")).toBeHidden();
  await page.getByText("起价", { exact: true }).click();
  await typeAndSave(page, {
    "#title": `  ${title}\u2028<script>alert(1)</script>`,
    "#summary": "第一行\r\n第二行 <img src=x onerror=alert(1)>",
    "#keywords": "低温；成型,碳纤维",
    "#price": "１２０．５",
    '[id="advantages[0].indicator"]': "层间强度",
    '[id="advantages[0].ours"]': "７８",
  });
  await page.reload();
  await expect(page.locator("#title")).toHaveValue(`${title} <script>alert(1)</script>`);
  await expect(page.locator("#price")).toHaveValue("120.5");
  await expect(page.locator('[id="advantages[0].ours"]')).toHaveValue("78");
  await expect(page.locator("#keywords")).toHaveValue("低温、成型、碳纤维");

  // A text too long to be submitted is kept as it was typed, and the field says how long it is; so do the check and the submission.
  const tooLong = "详细介绍最多20000个字，现在50000个字。";
  await typeAndSave(page, { "#description": "字".repeat(50_000) });
  await expect(page.getByText(tooLong)).toBeVisible();
  await page.getByRole("button", { name: "去提交" }).click();
  await page.getByRole("link", { name: tooLong }).click();
  await expect(page.locator("#description-error")).toHaveText(tooLong);
  await expect(page.locator("#description")).toHaveValue("字".repeat(50_000));
  await typeAndSave(page, { "#description": "短的介绍。" });

  await page.locator("#price").fill("很多钱");
  await expect(page.locator("#price-said")).toHaveText(/^价格应为数字/);
  await page.reload();
  await expect(page.locator("#price")).toHaveValue("很多钱");
  await expect(page.locator("#price-said")).toHaveText(/^价格应为数字/);
  await page.getByText("面议", { exact: true }).click();
  await expect(page.locator("#price")).toBeHidden();
  await expect(page.getByText(/之前填过的金额不会公开/)).toBeVisible();
  await page.getByText("定价", { exact: true }).click();
  await expect(page.locator("#price")).toHaveValue("很多钱");
  await expectAccessible(page);

  const tooLarge = test.info().outputPath("太大.pdf");
  await writeFile(tooLarge, Buffer.concat([pdf, Buffer.alloc(50 * 1024 * 1024)]));
  for (const [file, sentence] of [
    [{ name: "说明.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") }, /只接受PDF、Word、Excel和图片/],
    [{ name: "空.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) }, /文件无法打开/],
    [tooLarge, /不超过50MB/],
  ] as const) {
    await page.locator("#file").setInputFiles(file);
    await page.getByRole("button", { name: "上传附件" }).click();
    await expect(page.locator("#files").getByRole("alert").getByText(sentence).first()).toBeVisible();
  }
  // The markup is text: nothing ran, and the record shows it as typed.
  await page.goto(page.url().replace("/edit", "/preview"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<script>alert(1)</script>");
});

test("an impatient double click and two windows ask for one act only", async ({ as }) => {
  const [buyer, seller] = [await as("enterprise"), await as("office")];
  const deal = await openDeal(buyer, seller);
  const words = unique("只发一次。");
  await seller.locator("#text").fill(words);
  await seller.getByRole("button", { name: "发送" }).dblclick();
  await expect(seller.getByRole("listitem").filter({ hasText: words })).toHaveCount(1);
  await buyer.goto(`/o/boshi/deals/${deal}`);
  await expect(buyer.getByRole("listitem").filter({ hasText: words })).toHaveCount(1);

  const title = unique("双击新建");
  await seller.goto("/o/hit/achievements/new");
  await seller.locator("#title").fill(title);
  await seller.getByRole("button", { name: "开始填写" }).dblclick();
  await expect(seller).toHaveURL(/\/edit/);
  await seller.goto(`/o/hit/achievements?q=${encodeURIComponent(title)}`);
  await expect(seller.getByRole("main").getByRole("link", { name: title })).toHaveCount(1);
});
