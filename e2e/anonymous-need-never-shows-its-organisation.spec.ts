import { makeCreditCode } from "@/lib/core/credit-code";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { foundEnterprise, getVerified, newAddress, signUp } from "./newcomers";
import { approveInQueue, submitForReview, writeNeed } from "./writing";

test("an anonymous need never shows its organisation to a stranger: page, source, search, lists, interfaces", async ({ as }) => {
  const [owner, operator, reviewer, visitor, other] = [await as(null), await as("operator"), await as("reviewer"), await as(null), await as("office")];
  const [title, name] = [unique("低温密封件失效的求解"), unique("不愿露名企业")];
  // An enterprise that shows nothing else: wherever its name stands, the need gave it away.
  await signUp(owner, "不愿露名的人", newAddress());
  await foundEnterprise(owner, name, makeCreditCode(name));
  await expect(owner).toHaveURL(/\/o\/[\w-]+$/);
  const desk = await getVerified(owner, operator, name);
  const slug = desk.replace("/o/", "");
  await owner.goto(`${desk}/settings`);
  const organisation = /organisations\/([\w-]{36})/.exec((await owner.getByRole("link", { name: "公开页" }).getAttribute("href")) ?? "")?.[1] ?? "none";

  await writeNeed(owner, slug, title, { anonymousAs: "某装备制造企业" });
  const id = /needs\/([\w-]+)\/edit/.exec(owner.url())?.[1] ?? "";
  await submitForReview(owner);
  await approveInQueue(reviewer, title);

  const query = encodeURIComponent(title);
  const result = visitor.getByRole("main").getByRole("link", { name: title });
  await expect(async () => {
    await visitor.goto(`/search?kind=need&q=${query}`);
    await expect(result.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expectAccessible(visitor);
  await visitor.goto(`/needs/${id}`);
  await expect(visitor.getByText("某装备制造企业").first()).toBeVisible();
  await expectAccessible(visitor);

  for (const page of [visitor, other]) {
    for (const path of [`/needs/${id}`, `/search?kind=need&q=${query}`, `/search?q=${query}`, `/api/search?kind=need&q=${query}`, `/api/needs/${id}/matches`, `/api/palette?q=${query}`, "/needs", "/"]) {
      const source = decodeURIComponent(encodeURIComponent(await (await page.request.get(path)).text()));
      for (const word of [name, slug, organisation]) expect(source.includes(word) ? `${word} at ${path}` : "").toBe("");
    }
  }
  // Nor does looking for the organisation lead to the need.
  await visitor.goto(`/organisations/${organisation}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(visitor.getByText(title)).toHaveCount(0);
  await visitor.goto(`/search?q=${encodeURIComponent(name.slice(-6))}`);
  await expect(visitor.getByRole("main").getByRole("link", { name: title })).toHaveCount(0);
  // The test can fail: its own people do see whose it is.
  expect(await (await owner.request.get(`${desk}/needs/${id}`)).text()).toContain(name);
});
