import type { Locator } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

test("a notice leads to what it tells of and is read by that; nobody else can follow it", async ({ as }) => {
  const [office, stranger] = [await as("office"), await as("enterprise")];
  await office.goto("/me/inbox?tab=known");
  await expectAccessible(office);
  const { address, sentence } = await asItStands(office.locator('main a[href^="/me/inbox/open/"]').first());
  expect((await stranger.request.get(address)).status(), "somebody else's notice").toBe(404);

  await office.goto("/me/inbox?tab=known");
  await expect(office.locator(`main a[href="${address}"]`), "nobody has read it for her").toBeVisible();
  await office.locator(`main a[href="${address}"]`).click();
  await expect(office).not.toHaveURL(/inbox/);
  await expect(office.getByRole("heading", { level: 1 })).toBeVisible();

  await office.goto("/me/inbox?tab=known");
  await expect(office.locator("main").getByRole("link", { name: sentence, exact: true }).first()).toBeVisible();
  await expect(office.locator(`main a[href="${address}"]`), "read").toHaveCount(0);

  // By keyboard: the button that is pressed goes, the place in the list stays.
  const unread = office.locator("main li").filter({ has: office.getByRole("button", { name: "标为已读" }) }).first().getByRole("link").first();
  const its = await asItStands(unread);
  await office.locator("main li").filter({ has: office.locator(`a[href="${its.address}"]`) }).getByRole("button", { name: "标为已读" }).press("Enter");
  await expect(office.locator("main li a:focus")).toHaveText(its.sentence);
});

/** In one look, and from then on by its address: what others do meanwhile brings new ones above it. */
const asItStands = (link: Locator) => link.evaluate((one) => ({ address: one.getAttribute("href") ?? "", sentence: one.textContent ?? "" }));
