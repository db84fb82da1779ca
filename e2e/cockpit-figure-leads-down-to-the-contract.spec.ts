import { expect, expectAccessible, test } from "./fixtures";

test("from a figure of the cockpit one gets down to its contracts and to the event that recorded each", async ({ as }) => {
  const page = await as("director");
  await page.goto("/cockpit");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("技术合同成交额");
  await expect(page.getByText(/目标/).first()).toBeVisible();
  await expectAccessible(page);

  // The figures of the head: what is read there is the sum of the list behind it, also for 吸纳, which counts other sellers.
  for (const where of [/^\/cockpit\/contracts\?year=\d{4}$/, /scope=buyer$/]) {
    await page.goto("/cockpit");
    const figure = page.getByRole("main").getByRole("link").filter({ hasText: /^[\d.,]+[万亿]?元$/ });
    const at = (await figure.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))).findIndex((href) => where.test(href));
    const amount = (await figure.nth(at).textContent()) ?? "";
    await figure.nth(at).click();
    await expect(page).toHaveURL(/\/cockpit\/contracts\?/);
    const sentence = page.getByText(`合计${amount}`);
    await expect(sentence, "said once").toHaveCount(1);
    expect((await sentence.textContent())?.match(/[\d,]+份/g)?.length, "in all, and which of them").toBeLessThanOrEqual(2);
    await expect(sentence).not.toContainText("登记合同");
  }

  await page.goto("/cockpit");
  await page.locator('main a[href^="/cockpit/contracts?"][href*="type="]:visible').first().click();
  await expect(page).toHaveURL(/\/cockpit\/contracts\?.*type=/);
  await expect(page.getByText(/共[\d,]+份/).first()).toBeVisible();
  await expectAccessible(page);

  // Searched within the figure: the sum is that of what is found, the filter stays, and so does the search when the order is turned.
  const first = (await page.getByRole("table").getByRole("rowheader").first().getByRole("link").textContent())!;
  await page.getByRole("main").getByRole("searchbox").fill(first);
  await page.getByRole("main").getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/type=.*q=/);
  await expect(page.getByText(/找到的合同合计/)).toHaveCount(1);
  await page.getByRole("columnheader").getByRole("link", { name: /成交额/ }).first().click();
  await expect(page).toHaveURL(/type=.*q=.*sort=amount-up/);
  await expect(page.getByRole("columnheader", { name: /成交额/ }).first()).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("table").getByRole("rowheader").first()).toContainText(first);
  await expectAccessible(page);

  // Behind the last page there is nothing: the last one is shown.
  await page.goto(page.url() + "&page=9999");
  await expect(page).not.toHaveURL(/page=9999/);
  await expect(page).toHaveURL(/type=.*q=.*sort=amount-up/);

  await page.getByRole("table").locator('a[href*="#"]').first().click();
  await expect(page).toHaveURL(/\/registrations\/[\w-]{36}#/);
  await expect(page.getByRole("heading", { name: "成交额台账中的记录" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "时间线" })).toBeVisible();
  await expectAccessible(page);
});
