import { agreeTerms, confirm, openDeal, signContract } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";

test("a refused contract is corrected, submitted again, registered with a wrong number, and with the right one", async ({ as }) => {
  const [buyer, seller, reviewer] = [await as("enterprise"), await as("office"), await as("reviewer")];
  const [title, better] = [unique("叶片工艺合作合同"), unique("叶片工艺专利实施许可合同")];
  const number = () => `2026230100${String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0")}`;
  const deal = await openDeal(buyer, seller);
  await agreeTerms(buyer, seller, deal);

  // One side alone cannot record another amount than the agreed one.
  await seller.goto(`/o/hit/deals/${deal}?tab=contract`);
  await seller.locator("#type").selectOption("license");
  await seller.locator("#subType").selectOption({ index: 1 });
  await seller.locator("#ipKind").selectOption("utility_model");
  await seller.locator("#techArea").selectOption("01");
  const chosen = await Promise.all(["#subType", "#ipKind", "#techArea"].map((field) => seller.locator(field).inputValue()));
  await seller.locator("#totalFen").fill("130");
  await seller.getByRole("button", { name: "记录合同", exact: true }).click();
  await expect(seller.getByText("您填了1,300,000.00元，双方确认的第1版条款是1,200,000.00元。").first()).toBeVisible();
  await expect(seller.getByRole("dialog")).toHaveCount(0);
  await seller.locator("#totalFen").fill("120");
  await seller.getByRole("button", { name: "记录合同", exact: true }).click();
  await expect(seller.getByRole("dialog")).toContainText("合同成交额1,200,000.00元");
  await seller.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  expect(await Promise.all(["#subType", "#ipKind", "#techArea"].map((field) => seller.locator(field).inputValue())), "what was chosen before the refusal").toEqual(chosen);

  await signContract(seller, deal, title);
  await confirm(seller, "提交登记");
  await expect(seller.getByText("等待登记机构受理。")).toBeVisible();
  await reviewer.goto(`/registrations?q=${encodeURIComponent(title)}`);
  await reviewer.getByRole("link", { name: title }).click();
  await confirm(reviewer, "受理");
  await reviewer.locator("summary").filter({ hasText: "不予登记" }).click();
  await reviewer.locator("#refuseRemark").fill("合同名称与权利义务不符。");
  await confirm(reviewer, "不予登记");
  await expect(reviewer.getByText("理由见下。").first()).toBeVisible();

  await seller.goto(`/o/hit/deals/${deal}`);
  await expect(seller.getByText("登记机构不予登记").first()).toBeVisible();
  await expectAccessible(seller);
  await seller.getByRole("link", { name: "看合同" }).click();
  await seller.locator("#title").fill(better);
  await seller.getByRole("button", { name: "保存", exact: true }).click();
  await expect(seller.getByRole("heading", { name: better })).toBeVisible();
  await expectAccessible(seller);
  await confirm(seller, "提交登记");
  await expect(seller.getByText("等待登记机构受理。")).toBeVisible();

  await reviewer.goto(`/registrations?q=${encodeURIComponent(better)}`);
  await reviewer.getByRole("link", { name: better }).click();
  await confirm(reviewer, "受理");
  const [wrong, right] = [number(), number()];
  await reviewer.locator("#officialNumber").fill(wrong);
  await confirm(reviewer, "登记");
  await expect(reviewer.getByText(`登记编号${wrong}`).first()).toBeVisible();
  await reviewer.locator("summary").filter({ hasText: "撤销登记记录" }).click();
  await reviewer.locator("#reverseRemark").fill("登记编号抄错一位。");
  await confirm(reviewer, "撤销登记记录");
  await expect(reviewer.getByText("登记机构正在办理").first()).toBeVisible();
  // The forms that stand there now have nothing of the one that has gone.
  await expect(reviewer.locator("details[open]").filter({ has: reviewer.locator("#sendBackRemark") })).toHaveCount(0);
  await expectAccessible(reviewer);
  await reviewer.locator("#officialNumber").fill(right);
  await confirm(reviewer, "登记");
  await expect(reviewer.getByText(`登记编号${right}`).first()).toBeVisible();
  await expect(reviewer.getByRole("row").filter({ hasText: "冲回" })).toBeVisible();
});
