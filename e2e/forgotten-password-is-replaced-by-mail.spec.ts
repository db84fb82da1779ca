import { expect, expectAccessible, test } from "./fixtures";
import { newAddress, openMail, signIn, signUp } from "./newcomers";

test("a forgotten password is replaced by mail; the link works once, and other sessions end", async ({ as }) => {
  const [person, elsewhere] = [await as(null), await as(null)];
  const address = newAddress();
  await signUp(person, "忘了密码的人", address);

  await elsewhere.goto("/forgot-password");
  await expectAccessible(elsewhere);
  await elsewhere.locator("#email").fill(address);
  await elsewhere.getByRole("button", { name: "发送邮件" }).click();
  await expect(elsewhere.getByText(`如果${address}已注册，邮件已经发出`)).toBeVisible();
  await openMail(elsewhere, address, /密码/);
  const link = elsewhere.url();
  await expectAccessible(elsewhere);
  await elsewhere.locator("#password").fill("another-long-password");
  await elsewhere.getByRole("button", { name: "保存新密码" }).click();
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  await person.goto("/me");
  await expect(person, "the other session has ended").toHaveURL(/\/sign-in/);
  await signIn(person, address);
  await expect(person.getByText("邮箱或密码不正确。")).toBeVisible();
  await signIn(person, address, "another-long-password");
  await expect(person).not.toHaveURL(/\/sign-in/);

  await elsewhere.goto(link);
  await elsewhere.locator("#password").fill("a-third-long-password");
  await elsewhere.getByRole("button", { name: "保存新密码" }).click();
  await expect(elsewhere.getByText("链接已失效，请重新获取。")).toBeVisible();
});
