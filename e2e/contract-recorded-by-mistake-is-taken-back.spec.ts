import { agreeTerms, confirm, openDeal, signContract } from "./dealing";
import { expect, expectAccessible, test, unique } from "./fixtures";

test("a contract recorded by mistake is taken back with a reason, the other side is told, and it is recorded again", async ({ as }) => {
  const [buyer, seller] = [await as("enterprise"), await as("office")];
  const [wrong, right, reason] = [unique("记错的合同"), unique("正确的合同"), unique("合同还没有签成")];
  const deal = await openDeal(buyer, seller);
  await agreeTerms(buyer, seller, deal);
  await signContract(seller, deal, wrong);

  await seller.locator("summary").filter({ hasText: "撤回合同记录" }).click();
  // Without a reason there is nothing to confirm yet.
  await seller.getByRole("button", { name: "撤回记录", exact: true }).click();
  await expect(seller.getByRole("alert").getByText("请填写撤回原因。")).toBeVisible();
  await seller.getByLabel("撤回原因").fill(reason);
  await expectAccessible(seller);
  await confirm(seller, "撤回记录");
  await expect(seller).toHaveURL(new RegExp(`/o/hit/deals/${deal}`));
  await expect(seller.getByText("合同记录已撤回").first()).toBeVisible();
  await expect(seller.getByRole("heading", { name: "记录合同" })).toBeVisible();

  await expect(async () => {
    await buyer.goto("/me/inbox?tab=known");
    await expect(buyer.getByText(new RegExp(`记录已撤回：${wrong}`)).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await buyer.goto(`/o/boshi/deals/${deal}?tab=timeline`);
  await expect(buyer.getByRole("listitem").filter({ hasText: "撤回合同记录" })).toBeVisible();

  await signContract(seller, deal, right);
  await expect(seller.getByRole("button", { name: "提交登记", exact: true })).toBeVisible();
});
