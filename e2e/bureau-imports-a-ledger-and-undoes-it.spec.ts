import type { Page } from "@playwright/test";
import ExcelJS from "exceljs";
import { columns, example } from "@/lib/contracts/imports/data/template";
import { confirm } from "./dealing";
import { expect, expectAccessible, test } from "./fixtures";
import { inDays } from "./writing";

const registeredOn = inDays(-20);
const year = registeredOn.slice(0, 4);

test("the bureau imports a ledger: bad rows are named, good ones count after confirmation, undoing takes them back", async ({ as }) => {
  const page = await as("reviewer");
  const before = await figureOf(page);

  await page.goto("/ledger");
  await expectAccessible(page);
  await page.locator("#file").setInputFiles({ name: "登记台账.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: await ledger() });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await expect(page.getByText(/3行可导入\s+2行需修改/)).toBeVisible();
  await expect(page.getByText("成交额(元)：“很多”不是金额，应为以元计的数字，如1280000.00（第5行）")).toBeVisible();
  await expect(page.getByText("卖方区划代码：“南港区”不是已知的地名，是否应为“南岗区”（第5行）")).toBeVisible();
  await expect(page.getByText(/与第\d+行的登记编号相同/).last()).toBeVisible();
  await expect(page.getByText("1行有要核对的内容，不影响导入")).toBeVisible();
  await page.getByRole("link", { name: "只看请核对" }).first().click();
  await expect(page.getByRole("cell", { name: "12.8亿元，超过10亿元" })).toBeVisible();
  await expectAccessible(page);
  expect(await figureOf(page), "nothing counts before the confirmation").toBe(before);
  await page.goBack();

  await confirm(page, "导入3行，其余稍后");
  await expect(page.getByText(/已导入3份合同/)).toBeVisible({ timeout: 45_000 });
  const file = page.url();
  expect(await figureOf(page), "they count now").not.toBe(before);

  await page.goto(file);
  await confirm(page, "撤销本次导入");
  await expect(page.getByText(/已撤销，合同以相反的记录冲回/)).toBeVisible();
  expect(await figureOf(page), "undone to the fen").toBe(before);
});

/** The year's figure as the list of contracts behind it adds it up, in 亿元 to two places. */
async function figureOf(page: Page): Promise<string> {
  await page.goto(`/cockpit/contracts?year=${year}`);
  const sentence = await page.getByText(/合计[\d,.]+/).first().textContent();
  return /合计([\d,.]+[万亿]?元)/.exec(sentence ?? "")?.[1] ?? "";
}

/** Three rows that can be imported, one of them with a zero too many, one without a readable amount, one with the number of another. */
async function ledger(): Promise<Buffer> {
  const start = 10_000_000 + Math.floor(Math.random() * 80_000_000);
  const row = (index: number, change: object = {}) => ({ ...example, officialNumber: `${year}2301${start + index}`, total: "128000000", technical: "104000000", signedOn: inDays(-40), registeredOn, ...change });
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("登记台账");
  sheet.columns = columns.map(({ key, label }) => ({ key, header: label, width: 16 }));
  // Days and places as people leave them in a sheet.
  sheet.addRows([row(0), row(1, { signedOn: inDays(-40).replaceAll("-", "/"), sellerDistrict: "哈尔滨市南岗区" }), row(2, { total: "1280000000" }), row(3, { total: "很多", sellerDistrict: "南港区" }), row(0)]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
