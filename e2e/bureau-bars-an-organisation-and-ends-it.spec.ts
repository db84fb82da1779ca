import { makeCreditCode } from "@/lib/core/credit-code";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { foundEnterprise, getVerified, newAddress, signUp } from "./newcomers";
import { approveInQueue, submitForReview, writeNeed } from "./writing";

test("an organisation on the list of serious dishonesty begins nothing new, says so, and is free again when it is taken off", async ({ as }) => {
  const [owner, operator, reviewer, director, office] = [await as(null), await as("operator"), await as("reviewer"), await as("director"), await as("office")];
  const [title, name] = [unique("寒区齿轮箱密封的求解"), unique("将被列入名单企业")];
  await signUp(owner, "失信单位的人", newAddress());
  await foundEnterprise(owner, name, makeCreditCode(name));
  await expect(owner).toHaveURL(/\/o\/[\w-]+$/);
  const desk = await getVerified(owner, operator, name);
  await writeNeed(owner, desk.replace("/o/", ""), title);
  const id = /needs\/([\w-]+)\/edit/.exec(owner.url())?.[1] ?? "";
  await submitForReview(owner);
  await approveInQueue(reviewer, title);

  await director.goto("/integrity");
  await expectAccessible(director);
  await director.getByRole("link", { name: "列入名单" }).click();
  await expect(director).toHaveURL(/integrity\/new/);
  await director.getByRole("searchbox").fill(name);
  await director.getByRole("searchbox").press("Enter");
  await director.getByRole("link", { name }).click();
  await director.getByLabel("事由").fill("虚构交易骗取补助");
  await director.getByLabel("来源").fill("某局决定书1号");
  await director.getByRole("button", { name: "列入名单" }).click();
  await director.getByRole("dialog").getByRole("button", { name: "列入名单" }).click();
  await expect(director).toHaveURL(/\/integrity$/);
  await expect(director.getByRole("link", { name })).toBeVisible();

  await owner.goto(desk);
  await expect(owner.getByText("起列入严重失信名单：虚构交易骗取补助")).toBeVisible();
  await office.goto(`/needs/${id}`);
  await expect(office.getByText("发布单位目前不接受新的意向。").first()).toBeVisible();
  await expect(office.getByRole("link", { name: "我能解决" })).toHaveCount(0);

  await director.goto(`/integrity?q=${encodeURIComponent(name)}`);
  await director.getByRole("button", { name: "移出名单" }).click();
  await director.getByLabel("列入有误").check();
  await director.getByLabel("说明").fill("同名单位，列错了");
  await director.getByRole("dialog").getByRole("button", { name: "移出" }).click();
  await expect(director.getByText("没有符合条件的记录。")).toBeVisible();
  await director.goto(`/integrity?state=mistaken&q=${encodeURIComponent(name)}`);
  await expect(director.getByText("同名单位，列错了")).toBeVisible();
  await office.goto(`/needs/${id}`);
  await expect(office.getByRole("link", { name: /^我能解决/ }).first()).toBeVisible();
});
