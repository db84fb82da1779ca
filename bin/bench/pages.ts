import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "@/bin/services/chromium";
import { median, quantile, say, timed, word, type Figure } from "./figures";
import { startSite, type Site } from "./site";

/** Allowed, in kB (1 kB = 1000 bytes) as they come over the line; HTML of lists unpacked. */
const TOTAL_KB = 250, SCRIPT_KB = { public: 180, workspace: 300 }, LIST_HTML_KB = 100;
/** p95 of a page against the empty page of the same build. */
const RATIO = 3;
const ROUNDS = 7, PER_ROUND = 30;
const EMPTY = "/bench";

interface Page { at: string; who?: string; list?: boolean }
interface Weight { html: number; htmlPlain: number; script: number; style: number; other: number; ahead: number }

async function pagesOf(site: Site): Promise<Page[]> {
  const one = (kind: string) => site.id(`select id from public_listings where kind = '${kind}' order by number limit 1`);
  const organisation = await site.id("select organisation_id as id from listings where status = 'published' group by 1 order by count(*) desc, 1 limit 1");
  const hit = await site.id("select slug as id from organisations where id = (select organisation_id from memberships where user_id = (select id from users where email = 'office@demo.local') limit 1)");
  return [
    { at: "/" }, { at: `/search?q=${encodeURIComponent("焊接")}`, list: true }, { at: "/search?kind=achievement", list: true }, { at: `/achievements/${await one("achievement")}` },
    { at: "/search?kind=need", list: true }, { at: `/needs/${await one("need")}` }, { at: `/organisations/${organisation}`, list: true }, { at: "/brokers", list: true }, { at: "/data" }, { at: "/sign-in" },
    { at: `/o/${hit}`, who: "office" }, { at: `/o/${hit}/achievements`, who: "office", list: true }, { at: `/o/${hit}/matches`, who: "office", list: true },
    { at: "/review", who: "reviewer", list: true }, { at: "/cockpit", who: "director" },
  ];
}

/** What a browser with an empty cache loads for a page, in bytes on the line. */
async function weigh(browser: Browser, url: string, at: string, cookie: string | undefined): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const pairs = cookie?.split("; ").map((pair) => pair.split(/=(.*)/s)) ?? [];
    await context.addCookies(pairs.map(([name = "", value = ""]) => ({ name, value, url })));
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    const kinds = new Map<string, { type: string; ahead: boolean; font?: boolean }>();
    const weight: Weight = { html: 0, htmlPlain: 0, script: 0, style: 0, other: 0, ahead: 0 };
    line.on("Network.requestWillBeSent", ({ requestId, type, request, initiator }) => {
      // Pages that Next fetches ahead because a link to them is in sight: their bytes are not this page's.
      const ahead = request.url.includes("_rsc=") || Object.keys(request.headers).some((name) => name.toLowerCase() === "next-router-prefetch");
      // The one style sheet that a script asks for is the web font's (fallback-font.tsx): only machines without any Chinese font load it, as a bench does.
      kinds.set(requestId, { type: type ?? "Other", ahead, font: type === "Font" || (type === "Stylesheet" && initiator.type === "script") });
    });
    line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const { type, ahead, font } = kinds.get(requestId) ?? { type: "Other", ahead: false };
      if (font) return;
      if (ahead) weight.ahead += encodedDataLength;
      else if (type === "Document") weight.html += encodedDataLength;
      else if (type === "Script") weight.script += encodedDataLength;
      else if (type === "Stylesheet") weight.style += encodedDataLength;
      else weight.other += encodedDataLength;
    });
    await line.send("Network.enable");
    const answer = await page.goto(`${url}${at}`, { waitUntil: "networkidle", timeout: 60_000 });
    if (answer?.status() !== 200) throw new Error(`${at} answered ${answer?.status()}.`);
    weight.htmlPlain = (await answer.body()).length;
    return weight;
  } finally {
    await context.close();
  }
}

/** p95 of the page and of the empty page over one connection, A B A B. */
async function race(site: Site, at: string, cookie: string | undefined): Promise<{ ours: number; empty: number; ratio: number }> {
  const rounds: { ours: number; empty: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const a: number[] = [], b: number[] = [];
    for (let i = 0; i < PER_ROUND; i++) {
      a.push(await timed(() => site.ask(at, cookie)));
      b.push(await timed(() => site.ask(EMPTY, cookie)));
    }
    if (round > 0) rounds.push({ ours: quantile(a, 0.95), empty: quantile(b, 0.95) }); // the first round warms both
  }
  return { ours: median(rounds.map((r) => r.ours)), empty: median(rounds.map((r) => r.empty)), ratio: median(rounds.map((r) => r.ours / r.empty)) };
}

/** An address without ids, so that runs can be compared. */
const nameOf = (at: string): string => decodeURIComponent(at).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");

/** Bytes and answer time of each main page; the reference is an empty dynamic page of the same build. */
export async function measurePages(keep: (figures: Figure[]) => void): Promise<void> {
  const site = await startSite("full");
  let browser: Browser | undefined;
  try {
    const program = await findChromium();
    browser = await chromium.launch({ executablePath: program.executablePath, args: program.args, env: { ...(process.env as Record<string, string>), ...program.env } });
    const pages = await pagesOf(site), cookies = new Map<string, string>();
    const kb = (bytes: number) => bytes / 1000;
    const base = await weigh(browser, site.url, EMPTY, undefined);
    const baseTotal = kb(base.html + base.script + base.style + base.other);
    for (const { at, who } of pages) {
      if (who && !cookies.has(who)) cookies.set(who, await site.signIn(who));
      const { status } = await site.ask(at, who ? cookies.get(who) : undefined);
      if (status !== 200) throw new Error(`${at} answered ${status}.`);
    }
    for (const { at, who, list } of pages) {
      say(`pages: ${nameOf(at)} …`);
      const cookie = who ? cookies.get(who) : undefined;
      const weight = await weigh(browser, site.url, at, cookie);
      const { ours, empty, ratio } = await race(site, at, cookie);
      const total = kb(weight.html + weight.script + weight.style + weight.other), script = kb(weight.script), html = kb(weight.htmlPlain);
      const name = nameOf(at), most = who ? SCRIPT_KB.workspace : SCRIPT_KB.public;
      keep([
        { name: `${name} p95`, ours, reference: empty, ratio, unit: "ms", note: `at most ${RATIO} ×: ${word(ratio <= RATIO)}` },
        { name: `${name} bytes`, ours: total, reference: baseTotal, ratio: total / baseTotal, unit: "kB", note: `without fonts, at most ${TOTAL_KB}: ${word(total <= TOTAL_KB)}; fetched ahead for links in sight ${kb(weight.ahead).toFixed(0)} kB` },
        { name: `${name} script`, ours: script, reference: kb(base.script), ratio: weight.script / base.script, unit: "kB", note: `at most ${most}: ${word(script <= most)}` },
        { name: `${name} HTML`, ours: html, reference: kb(base.htmlPlain), ratio: weight.htmlPlain / base.htmlPlain, unit: "kB", note: list ? `unpacked list, at most ${LIST_HTML_KB}: ${word(html <= LIST_HTML_KB)}` : "unpacked" },
      ]);
    }
  } finally {
    await browser?.close();
    await site.stop();
  }
}
