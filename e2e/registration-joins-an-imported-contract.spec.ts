import ExcelJS from "exceljs";
import { columns, example } from "@/lib/contracts/imports/data/template";
import { agreeTerms, confirm, openDeal, signContract } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { inDays } from "./writing";

test("a number that came with the ledger is asked about until it is answered, joined, and given back", async ({ as }) => {
  const [buyer, seller, reviewer] = [await as("enterprise"), await as("office"), await as("reviewer")];
  const [title, imported] = [unique("先到台账的合同"), unique("台账里的同一份合同")];
  const number = `${inDays(0).slice(0, 4)}2302${10_000_000 + Math.floor(Math.random() * 80_000_000)}`;
  await reviewer.goto("/ledger");
  await reviewer.locator("#file").setInputFiles({ name: "登记台账.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: await ledger(number, imported) });
  await reviewer.getByRole("button", { name: "上传并核对" }).click();
  await confirm(reviewer, "导入1行");
  await expect(reviewer.getByText(/已导入1份合同/)).toBeVisible({ timeout: 45_000 });

  const deal = await openDeal(buyer, seller);
  await agreeTerms(buyer, seller, deal);
  await signContract(seller, deal, title);
  await confirm(seller, "提交登记");
  await expect(seller.getByText("已提交").first()).toBeVisible();
  await reviewer.goto(`/registrations?q=${encodeURIComponent(title)}`);
  await reviewer.getByRole("link", { name: title }).click();
  await confirm(reviewer, "受理");
  await reviewer.locator("#officialNumber").fill(number);
  await reviewer.getByRole("button", { name: "登记", exact: true }).click();
  const question = reviewer.locator("#joinsImported-error");
  const box = reviewer.getByRole("checkbox", { name: /与台账导入的是同一份合同/ });
  await expect(question).toContainText(imported);
  await expectAccessible(reviewer);

  // Another field is wrong, on the server or already here: the question stays, and so does its answer.
  const day = await reviewer.locator("#registeredOn").inputValue();
  await reviewer.locator("#registeredOn").fill("");
  await reviewer.getByRole("button", { name: "登记", exact: true }).click();
  await expect(reviewer.locator("#registeredOn-error")).toBeVisible();
  await expect(question).toContainText(imported);
  await reviewer.locator("#registeredOn").fill(day);
  await reviewer.locator("#officialNumber").fill("");
  await reviewer.getByRole("button", { name: "登记", exact: true }).click();
  await expect(reviewer.locator("#officialNumber-error")).toBeVisible();
  await expect(question).toContainText(imported);
  await box.check();
  await reviewer.getByRole("button", { name: "登记", exact: true }).click();
  await expect(box).toBeChecked();
  await reviewer.locator("#officialNumber").fill(number);
  await confirm(reviewer, "登记");
  await expect(reviewer.getByText(`登记编号${number}`).first()).toBeVisible();

  await reviewer.locator("summary").filter({ hasText: "撤销登记记录" }).click();
  await reviewer.locator("#reverseRemark").fill("不是同一份合同。");
  await confirm(reviewer, "撤销登记记录");
  await expect(reviewer.getByText("登记机构正在办理").first()).toBeVisible();
  await reviewer.goto(`/registrations?tab=registered&q=${encodeURIComponent(imported)}`);
  await reviewer.getByRole("link", { name: imported }).click();
  await expect(reviewer.getByText("合并已撤销，恢复计入")).toBeVisible();
  await expect(reviewer.getByText(`登记编号${number}`).first()).toBeVisible();
  await expectAccessible(reviewer);
});

async function ledger(officialNumber: string, title: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("登记台账");
  sheet.columns = columns.map(({ key, label }) => ({ key, header: label, width: 16 }));
  sheet.addRow({ ...example, officialNumber, title, signedOn: inDays(-40), registeredOn: inDays(-20) });
  return Buffer.from(await book.xlsx.writeBuffer());
}
