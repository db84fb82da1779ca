import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

test("a notice leads to what it tells of and is read by that; nobody else can follow it", async ({ as }) => {
  const [office, stranger] = [await as("office"), await as("enterprise")];
  await office.goto("/me/inbox?tab=known");
  await expectAccessible(office);
  const { address, sentence } = await asItStands(approvals(office).first().locator('a[href^="/me/inbox/open/"]'));
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
  const unread = approvals(office).first().getByRole("link").first();
  const its = await asItStands(unread);
  await office.locator("main li").filter({ has: office.locator(`a[href="${its.address}"]`) }).getByRole("button", { name: "标为已读" }).press("Enter");
  await expect(office.locator("main li a:focus")).toHaveText(its.sentence);
});

/** Unread ones that no other story goes on with: a new notice about the same thing would take its place, and the last of the page is pushed off it. */
const approvals = (page: Page) => page.locator("main li").filter({ hasText: "已通过审核，现已公开" }).filter({ has: page.getByRole("button", { name: "标为已读" }) });

/** In one look, and from then on by its address: what others do meanwhile brings new ones above it. */
const asItStands = (link: Locator) => link.evaluate((one) => ({ address: one.getAttribute("href") ?? "", sentence: one.textContent ?? "" }));
