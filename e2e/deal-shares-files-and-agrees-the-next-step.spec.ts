import { confirm, openDeal } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { inDays, pdf } from "./writing";

test("both sides share files and agree what comes next, by whom and until when; strangers get neither", async ({ as }) => {
  const [buyer, seller, stranger] = [await as("enterprise"), await as("office"), await as("two-hats")];
  const deal = await openDeal(buyer, seller);
  const name = `${unique("检测报告")}.pdf`;
  await seller.goto(`/o/hit/deals/${deal}?tab=files`);
  await expectAccessible(seller);
  await seller.locator("#file").setInputFiles({ name: "说明.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
  await seller.getByRole("button", { name: "上传", exact: true }).click();
  await expect(seller.getByText(/只接受PDF、Word、Excel和图片/).first()).toBeVisible();
  await seller.locator("#file").setInputFiles({ name: "改名.pdf", mimeType: "application/pdf", buffer: Buffer.from("no pdf at all") });
  await seller.getByRole("button", { name: "上传", exact: true }).click();
  await expect(seller.getByText(/文件内容不是PDF/).first()).toBeVisible();
  await seller.locator("#file").setInputFiles({ name, mimeType: "application/pdf", buffer: pdf });
  await seller.getByRole("button", { name: "上传", exact: true }).click();
  await expect(seller.getByRole("link", { name })).toBeVisible();

  await seller.locator("summary").filter({ hasText: "更新下一步" }).click();
  const step = unique("安排线上看样");
  await seller.locator("#nextStep").fill(step);
  await seller.getByRole("radio", { name: "买方" }).check();
  await seller.locator("#nextDue").fill(inDays(14));
  await seller.getByRole("button", { name: "保存下一步" }).click();
  await expect(seller.getByRole("complementary").getByText(step)).toBeVisible();

  await buyer.goto(`/o/boshi/deals/${deal}?tab=files`);
  await expect(buyer.getByRole("complementary").getByText(step)).toBeVisible();
  const file = (await buyer.getByRole("link", { name }).getAttribute("href")) ?? "";
  expect((await buyer.request.get(file)).status()).toBe(200);
  expect((await stranger.request.get(file)).status(), "a stranger who knows the address").toBe(404);
  expect((await stranger.goto(`/o/heu/deals/${deal}`))?.status()).toBe(404);
  await expect(buyer.getByRole("button", { name: "移除" }), "what the other side put there").toHaveCount(0);
  await expectAccessible(buyer);

  await seller.goto(`/o/hit/deals/${deal}?tab=files`);
  await confirm(seller, "移除", seller.getByRole("row").filter({ hasText: name }));
  await expect(seller.getByRole("link", { name })).toHaveCount(0);
  expect((await buyer.request.get(file)).status(), "removed").toBe(404);
  await seller.locator("summary").filter({ hasText: "可以恢复的文件" }).click();
  await seller.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "恢复" }).click();
  await expect(seller.getByRole("link", { name })).toBeVisible();
  expect((await buyer.request.get(file)).status(), "put back").toBe(200);
});
