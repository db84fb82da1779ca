import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from "@playwright/test";
import { demoPassword, personas } from "@/db/seed/personas";

type Fixtures = {
  /** A page of its own browser session, signed in as a demo persona (nobody: signed out). */
  as: (personaKey: string | null, options?: BrowserContextOptions) => Promise<Page>;
  quiet: void;
};

/** Journeys fail on any script error, console error or answer of 500 and above, in every browser session they open. */
export const test = base.extend<Fixtures>({
  quiet: [
    async ({ context }, use) => {
      const complaints = listen(context);
      await use();
      expect(complaints, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
  as: async ({ browser }, use) => {
    const sessions: { context: BrowserContext; complaints: string[] }[] = [];
    await use(async (personaKey, options) => {
      const context = await browser.newContext(options);
      sessions.push({ context, complaints: listen(context) });
      const page = await context.newPage();
      if (personaKey) await signInAs(page, personaKey);
      return page;
    });
    for (const { context } of sessions) await context.close();
    expect(sessions.flatMap(({ complaints }) => complaints), "errors in the browser").toEqual([]);
  },
});

export { expect };

function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    // Chromium also logs every 404 that a journey asks for on purpose; answers are judged below.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

/** Signs the page's browser session in through the same address that the sign-in form posts to. */
export async function signInAs(page: Page, personaKey: string): Promise<void> {
  const persona = personas.find((one) => one.key === personaKey);
  if (!persona) throw new Error(`no demo persona "${personaKey}"`);
  const answer = await page.request.post("/api/sign-in", { form: { email: persona.email, password: demoPassword }, maxRedirects: 0 });
  expect(answer.status(), "signing in").toBe(303);
  expect(answer.headers().location, "signing in").not.toContain("problem");
}

/** No axe violations on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that one was led to gets its title a moment after its address.
  await expect(page).toHaveTitle(/./);
  // Only what is wrong, gathered in the page itself (it has no frames): a third of the time.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`), `axe on ${page.url()}`).toEqual([]);
}

/** Makes a name that no earlier run on the same world has used. */
export function unique(name: string): string {
  return `${name}${Math.random().toString(36).slice(2, 8).toUpperCase()}`;
}
