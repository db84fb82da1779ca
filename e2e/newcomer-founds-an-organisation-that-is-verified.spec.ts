import { makeCreditCode } from "@/lib/core/credit-code";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { foundEnterprise, getVerified, newAddress, signUp } from "./newcomers";

test("somebody signs up, verifies the address, registers an organisation, and an operator verifies it", async ({ as }) => {
  const [newcomer, operator] = [await as(null), await as("operator")];
  const name = unique("哈尔滨新来企业");
  await newcomer.goto("/sign-up");
  await expectAccessible(newcomer);
  await signUp(newcomer, "新来的人", newAddress());
  await expectAccessible(newcomer);

  // A wrong check character is named and everything typed stays; full-width digits and blanks are read.
  const code = makeCreditCode(name);
  await foundEnterprise(newcomer, name, `${code.slice(0, 17)}${code.endsWith("0") ? "1" : "0"}`);
  await expect(newcomer.getByText(/第18位校验不符/).first()).toBeVisible();
  await expect(newcomer.locator("#name")).toHaveValue(name);
  await expectAccessible(newcomer);
  await newcomer.locator("#creditCode").fill(`  ${fullWidth(code)} `);
  await newcomer.getByRole("button", { name: "登记单位" }).click();
  await expect(newcomer).toHaveURL(/\/o\/[\w-]+$/);
  await expect(newcomer.getByText("单位还没有认证。认证后才能提交审核和签约。")).toBeVisible();
  await expectAccessible(newcomer);

  const desk = await getVerified(newcomer, operator, name);
  await newcomer.goto(`${desk}/settings`);
  await expect(newcomer.getByText("已认证").first()).toBeVisible();
  await expect(newcomer.locator("#creditCode")).toHaveValue(code);
  await expectAccessible(newcomer);
});

function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
