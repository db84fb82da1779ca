import { makeCreditCode } from "@/lib/core/credit-code";
import { agreeTerms, confirm, openDeal, signContract } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";

test("the contract of a deal is recorded, submitted, and registered with its official number", async ({ as }) => {
  const [buyer, seller, reviewer] = [await as("enterprise"), await as("office"), await as("reviewer")];
  const title = unique("叶片成型工艺专利许可合同");
  const deal = await openDeal(buyer, seller);
  await agreeTerms(buyer, seller, deal);

  const [institute, factory] = [unique("合作研究所"), unique("合作工厂")];
  await signContract(seller, deal, title, [
    { name: institute, creditCode: makeCreditCode(institute), share: "２５" },
    { name: factory, creditCode: makeCreditCode(factory), share: "12.5" },
  ]);
  for (const [name, share] of [[institute, "25"], [factory, "12.5"]] as const) await expect(seller.getByRole("row").filter({ hasText: name })).toContainText(share);
  // A party typed wrongly is mended before it is handed in; the timeline says what stood there.
  await seller.locator("summary").filter({ hasText: "修改合同信息" }).click();
  await seller.locator('[id="coSellers[1].share"]').fill("15");
  await expectAccessible(seller);
  await seller.getByRole("button", { name: "保存", exact: true }).click();
  await expect(seller.getByText("合同信息已保存")).toBeVisible();
  await expect(seller.getByRole("row").filter({ hasText: factory })).toContainText("15");
  await expect(seller.getByRole("listitem").filter({ hasText: "修改合同信息" }).locator("ins")).toContainText(`${factory}`);
  await confirm(seller, "提交登记");
  await expect(seller.getByText("已提交").first()).toBeVisible();
  await expectAccessible(seller);

  await reviewer.goto(`/registrations?q=${encodeURIComponent(title)}`);
  await expectAccessible(reviewer);
  await reviewer.getByRole("link", { name: title }).click();
  await confirm(reviewer, "受理");
  // Without its number there is nothing to confirm yet.
  await reviewer.getByRole("button", { name: "登记", exact: true }).click();
  await expect(reviewer.getByRole("alert").getByText("请填写登记编号。")).toBeVisible();
  await expect(reviewer.getByRole("dialog")).toHaveCount(0);
  await reviewer.locator("#officialNumber").fill(`2026230100${String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0")}`);
  const [amount, looked] = [reviewer.locator("#recognisedTotalFen"), reviewer.getByRole("checkbox", { name: "金额较大，已核对" })];
  const declared = await amount.inputValue();
  await amount.fill("200000");
  // What is questioned or wrong is said before the confirmation is asked for.
  await reviewer.getByRole("button", { name: "登记", exact: true }).click();
  await expect(reviewer.getByText("成交额超过10亿元，请核对单位和位数").first()).toBeVisible();
  await expect(reviewer.getByRole("dialog")).toHaveCount(0);
  await expect(looked).not.toBeChecked();
  await amount.fill(declared);
  await confirm(reviewer, "登记");
  await expect(reviewer.getByText(/登记编号2026230100\d{6}，计入\d{4}年/)).toBeVisible();
  await expectAccessible(reviewer);

  await buyer.goto(`/o/boshi/deals/${deal}`);
  await expect(buyer.getByText("合同已登记，交易已完成")).toBeVisible();

  // Each finds it from anywhere, where they may do something with it; what they may begin stands there, too.
  for (const [page, where] of [[seller, /\/o\/hit\/contracts\/[\w-]{36}$/], [reviewer, /\/registrations\/[\w-]{36}$/]] as const) {
    await page.goto("/me/inbox");
    await page.keyboard.press("ControlOrMeta+k");
    const palette = page.getByRole("dialog", { name: "找任何东西" });
    await expect(palette.getByRole("option", { name: page === seller ? "新建成果" : "导入登记台账" })).toBeVisible();
    await palette.getByRole("combobox").fill(title);
    await expect(palette.getByRole("option").filter({ hasText: title }).first()).toBeVisible();
    await expectAccessible(page);
    await palette.getByRole("group", { name: "合同" }).getByRole("option").first().click();
    await expect(page).toHaveURL(where);
  }
});
