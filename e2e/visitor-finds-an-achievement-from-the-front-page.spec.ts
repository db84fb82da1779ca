import { expect, expectAccessible, test } from "./fixtures";

test("a visitor finds an achievement from the front page, without an account", async ({ page }) => {
  const html = await (await page.request.get("/")).text();
  expect(html, "the year's figure stands in the server's HTML").toMatch(/亿元，目标400亿元/);

  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("找成果、找需求，把合同办成");
  await expect(page.getByRole("heading", { name: "最新需求" })).toBeVisible();
  const newest = page.getByRole("region", { name: "最新成果" }).getByRole("link").filter({ hasNotText: "更多" }).first();
  const title = ((await newest.textContent()) ?? "").trim();
  await expectAccessible(page);

  await page.getByRole("main").getByRole("combobox", { name: "搜索成果、需求、单位" }).fill(title);
  await page.getByRole("main").getByRole("button", { name: "搜索" }).click();
  await expect(page).toHaveURL(/\/search\?/);
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: title }).first().click();

  await expect(page).toHaveURL(/\/achievements\/[\w-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByRole("link", { name: "登录后提出意向" }).first()).toBeVisible();
  await expectAccessible(page);
});

test("the search page keeps its state in the address and says when nothing was found", async ({ page }) => {
  await page.goto("/search?kind=need");
  await expect(page.getByRole("main").getByRole("link").filter({ hasText: /.{6,}/ }).first()).toBeVisible();
  await page.goto("/search?q=XQZW9977");
  await expect(page.getByText(/没有找到与“XQZW9977”有关的成果和需求/)).toBeVisible();
  await expect(page.getByRole("main").locator("[data-search]").first()).toHaveValue("XQZW9977");
});

test("suggestions come while a visitor types, and the palette from any public page, both by keyboard", async ({ page }) => {
  await page.goto("/");
  const title = ((await page.getByRole("region", { name: "最新成果" }).getByRole("link").filter({ hasNotText: "更多" }).first().textContent()) ?? "").trim();
  const box = page.getByRole("main").getByRole("combobox", { name: "搜索成果、需求、单位" });
  await box.pressSequentially(title.slice(0, 6));
  const list = page.getByRole("listbox", { name: "检索建议" }).filter({ visible: true });
  await expect(list.getByRole("option").filter({ hasText: title }).first()).toBeVisible();
  await expectAccessible(page);
  // Nothing is chosen before one asks for it; Esc closes the list and keeps the words.
  await expect(list.getByRole("option", { selected: true })).toHaveCount(0);
  await box.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(box).toHaveValue(title.slice(0, 6));
  await box.press("End");
  await box.pressSequentially(title.slice(6));
  await expect(list.getByRole("option").first()).toContainText(title);
  await box.press("ArrowDown");
  await expect(list.getByRole("option", { selected: true })).toContainText(title);
  await box.press("Enter");
  await expect(page).toHaveURL(/\/achievements\/[\w-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);

  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "找任何东西" });
  await palette.getByRole("combobox").fill("公开数据");
  await expect(palette.getByRole("option", { name: "公开数据", exact: true })).toBeVisible();
  await expectAccessible(page);
  await palette.getByRole("combobox").press("ArrowDown");
  await palette.getByRole("combobox").press("Enter");
  await expect(page).toHaveURL(/\/data$/);

  // The switches of the look stand there, too, and come back to the page.
  await page.keyboard.press("ControlOrMeta+k");
  await palette.getByRole("combobox").fill("大字");
  await expect(palette.getByRole("option", { name: "大字版", exact: true })).toBeVisible();
  await palette.getByRole("combobox").press("ArrowDown");
  await palette.getByRole("combobox").press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-type", "large");
  await expect(page).toHaveURL(/\/data$/);
});

test("the name of somebody who completed an achievement leads to it, and the result says why", async ({ page }) => {
  await page.goto("/search?kind=achievement");
  const links = await page.getByRole("main").getByRole("article").getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  // What other stories have just published names nobody.
  for (const href of new Set(links.filter((one) => one.startsWith("/achievements/")))) {
    await page.goto(href);
    if (await page.getByRole("main").locator("ol.list-decimal > li").count() > 0) break;
  }
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const name = ((await page.getByRole("main").locator("ol.list-decimal > li").first().textContent()) ?? "").split("\u3000")[0]!;
  await page.goto(`/search?q=${encodeURIComponent(name)}`);
  const found = page.getByRole("main").getByRole("article").filter({ hasText: title.trim() });
  await expect(found.first()).toContainText(`完成人：${name}`);
  await expectAccessible(page);
});

test("without script the search box is a plain form", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("main").getByRole("searchbox").fill("技术");
  await page.getByRole("main").getByRole("button", { name: "搜索" }).click();
  await expect(page).toHaveURL(/\/search\?.*q=/);
  await context.close();
});

test("a word that was taken for a slip of the keyboard is searched as typed by one link", async ({ page }) => {
  // Records about 机器人 are found by robot, too; no record has the other word.
  // By keyboard the results are two steps behind the kinds, however many boxes stand between; behind the last page the last one is shown.
  await page.goto("/search?page=99");
  await expect(page).toHaveURL(/[?&]page=[2-9]$/);
  await expect(page.locator("#results").getByRole("link").first()).toBeVisible();
  await page.getByRole("navigation", { name: "检索范围" }).getByRole("link").last().focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到检索结果" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#results/);

  await page.goto("/search?q=roboot");
  await expect(page.getByText("已把“roboot”当作“robot”检索。")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "按原词检索" }).click();
  await expect(page).toHaveURL(/asTyped=1/);
  await expect(page.getByText(/没有找到与“roboot”有关的/)).toBeVisible();
  await expect(page.getByText("已把“roboot”当作“robot”检索。")).toHaveCount(0);
});

test("a long group of filters opens by its own address, with script and without, and keeps what is ticked", async ({ page, browser }) => {
  await page.goto("/search?kind=achievement");
  const group = page.getByRole("group", { name: "领域" });
  await expect(group.getByRole("checkbox")).toHaveCount(8);
  const more = group.getByRole("link", { name: /更多 \d+/ });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/more=field/);
  await expect(group.getByRole("link", { name: "收起" })).toBeFocused();
  expect(await group.getByRole("checkbox").count()).toBeGreaterThan(8);
  await expectAccessible(page);
  // A tick applies at once, and the group stays open.
  await group.getByRole("checkbox").nth(8).check();
  await expect(page).toHaveURL(/field=.*more=field|more=field.*field=/);
  await expect(group.getByRole("checkbox").first()).toBeChecked();
  await expect(group.getByRole("link", { name: "收起" })).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto("/search?kind=achievement");
  const same = plain.getByRole("group", { name: "领域" });
  await same.getByRole("link", { name: /更多 \d+/ }).click();
  await expect(plain).toHaveURL(/more=field#facet-field$/);
  await same.getByRole("checkbox").nth(8).check();
  await plain.getByRole("button", { name: "应用筛选" }).click();
  await expect(plain).toHaveURL(/field=/);
  await expect(same.getByRole("checkbox").first()).toBeChecked();
  await same.getByRole("link", { name: "收起" }).click();
  await expect(same.getByRole("checkbox").first()).toBeChecked();
  await expect(same.getByRole("link", { name: /更多 \d+/ })).toBeVisible();
  await context.close();
});
