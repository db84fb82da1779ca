import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";

test("an operator teaches search a synonym, sees its effect first, applies it while search goes on, and takes it back", async ({ as, page: visitor }) => {
  test.slow();
  // Nobody has written this word, so that it finds nothing until it has been taught.
  const word = unique("Qx7");
  const operator = await as("operator");

  await operator.goto("/operations/dictionary/preview");
  await operator.getByRole("textbox", { name: "新的样例" }).fill(word);
  await operator.getByRole("button", { name: "加上" }).click();
  const sample = operator.getByRole("region", { name: word });
  await expect(sample.getByText("没有结果").first()).toBeVisible();

  await operator.goto("/operations/dictionary");
  const add = async (words: string) => {
    const adding = operator.locator("details", { hasText: "加一条" });
    if (!(await adding.evaluate((one) => (one as HTMLDetailsElement).open))) await adding.locator("summary").click();
    await operator.getByRole("radio", { name: "同义词" }).check();
    await adding.getByRole("textbox", { name: "词语" }).fill(words);
    await adding.getByRole("button", { name: "保存" }).click();
    await expect(operator.getByRole("rowheader", { name: words.replace("；", " = ") })).toBeVisible();
  };
  await add(`${word}；碳纤维`);
  await expectAccessible(operator);

  // The preview shows what will be new; searching has not changed yet.
  await operator.getByRole("link", { name: "先看效果" }).click();
  const fresh = sample.getByRole("listitem").filter({ hasText: "新出现" }).first().getByRole("link");
  await expect(fresh).toBeVisible();
  await expectAccessible(operator);
  const title = (await fresh.textContent()) ?? "";
  await expectFound(visitor, word, title, false);

  await apply(operator);
  await expect(async () => expectFound(visitor, word, title, true, 1_000)).toPass({ timeout: 30_000 });

  // Taken back and applied again, it is forgotten.
  await add(`${word}b；玻璃纤维`);
  for (const group of [`${word} = 碳纤维`, `${word}b = 玻璃纤维`]) await operator.getByRole("checkbox", { name: `选择${group}` }).check();
  const added = operator.getByRole("status").filter({ hasText: "已加入词典" });
  await expect(added).toBeVisible();
  await operator.getByRole("button", { name: "撤下选中的" }).click();
  // The page speaks of what was done last.
  await expect(added).toBeHidden();
  for (const group of [`${word} = 碳纤维`, `${word}b = 玻璃纤维`]) await expect(operator.getByRole("rowheader", { name: group })).toBeHidden();
  // What was done is said once, not on the next page again.
  await expect(operator.getByText("已撤下，应用后生效")).toBeVisible();
  await operator.reload();
  await expect(operator.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(operator.getByText("已撤下，应用后生效")).toBeHidden();
  await apply(operator);
  await expect(async () => expectFound(visitor, word, title, false, 1_000)).toPass({ timeout: 30_000 });
  await operator.goto("/operations/dictionary/preview");
  await operator.getByRole("button", { name: `移除样例“${word}”` }).click();
  await expect(sample).toBeHidden();
});

async function apply(operator: Page): Promise<void> {
  await operator.getByRole("button", { name: "应用改动" }).first().click();
  await operator.getByRole("dialog").getByRole("button", { name: "应用改动" }).click();
  await expect(operator.getByText("没有待应用的改动。")).toBeVisible({ timeout: 60_000 });
  await expect(operator.getByText(/正在(等待)?应用/)).toBeHidden({ timeout: 60_000 });
  await expect(operator.getByText(/已按它编入/)).toBeVisible();
}

async function expectFound(visitor: Page, word: string, title: string, found: boolean, timeout = 15_000): Promise<void> {
  await visitor.goto(`/search?q=${encodeURIComponent(word)}`);
  const hit = visitor.getByRole("main").getByRole("link", { name: title }).first();
  if (found) await expect(hit).toBeVisible({ timeout });
  else await expect(hit).toBeHidden({ timeout });
}
