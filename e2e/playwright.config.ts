import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "@/bin/services/chromium";
import { root } from "@/bin/services/paths";

const chromium = await findChromium();

/**
 * These open deals between the same two organisations, or compare the year's sum before and after: one at a time. The last two could
 * run anywhere; here they make both lines equally long.
 */
const oneAtATime = /(broker-is-invited|bureau-imports|cockpit-|contract-|deal-|interest-becomes|member-leaves|registration-|whatever-is-typed|bureau-bars|anonymous-need)[\w-]*\.spec\.ts$/;

/** How things lie on the page is judged with the fonts that people see. Elsewhere each new session would load and unpack them for nothing: a fifth of the browser's work. */
const asPeopleSeeIt = /(phone-pages-fit|visitor-finds)[\w-]*\.spec\.ts$/;
// Without a locale (CI) the browser cannot open a file whose name is Chinese, and says nothing.
const launchOptions = { executablePath: chromium.executablePath, args: chromium.args, env: { ...(process.env as Record<string, string>), LC_ALL: "C.UTF-8", ...chromium.env } };
const withoutFonts = { launchOptions: { ...launchOptions, args: [...launchOptions.args, "--disable-remote-fonts"] } };

/**
 * Journeys run against a site that somebody else has started: BASE_URL (`npm test` and `npm run e2e` do that on
 * throw-away data). They share one world, so whatever would notice the others runs by itself; a journey mostly waits
 * (for typing to rest, for the worker), so two at once are not too many for two cores.
 */
export default defineConfig({
  testDir: path.join(root, "e2e"),
  testMatch: "**/*.spec.ts",
  outputDir: path.join(root, "var/test-results"),
  workers: 2,
  projects: [
    { name: "dealing", testMatch: oneAtATime, workers: 1, use: withoutFonts },
    { name: "stories", testIgnore: [oneAtATime, asPeopleSeeIt], workers: 1, use: withoutFonts },
    { name: "looks", testMatch: asPeopleSeeIt, workers: 1 },
  ],
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    trace: "off",
    video: "off",
    screenshot: "only-on-failure",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions,
  },
});
