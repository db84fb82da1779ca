import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** The rules of docs/decisions/0001 and of the house, read off the import lines. */
const root = path.resolve(import.meta.dirname, "..");

function walk(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith(".") || entry.name === "node_modules" ? [] : walk(full);
    return [path.relative(root, full)];
  });
}

const sources = ["app", "lib", "db", "bin", "e2e"].flatMap((folder) => walk(path.join(root, folder))).filter((file) => /\.tsx?$/.test(file));
const text = new Map(sources.map((file) => [file, readFileSync(path.join(root, file), "utf8")]));
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);

function importsOf(file: string): string[] {
  const found = [...(text.get(file) ?? "").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  return found.map((name) => {
    if (name.startsWith("@/")) return name.slice(2);
    if (name.startsWith(".")) return path.normalize(path.join(path.dirname(file), name));
    return name;
  });
}

/** Lower may be imported by higher, neighbours not (house.md 4.5). */
const storeys: Record<string, number> = {
  core: 0, events: 1, jobs: 1, numbers: 1, engine: 1,
  codes: 2, reviews: 3, files: 3, dictionary: 3,
  users: 4, organisations: 4.5,
  ledger: 5, targets: 5, listings: 5.5, readings: 5.6, checkups: 5.7,
  achievements: 6, needs: 6, brokers: 6,
  matching: 7, interests: 7, contracts: 7,
  deals: 8, introductions: 8,
  search: 9, subscriptions: 9.1, digests: 9.2, notifications: 9.3, indicators: 9, health: 9.5,
  worker: 10,
};

function room(file: string): string | null {
  const match = /^lib\/([a-z]+)\//.exec(file);
  return match?.[1] ?? null;
}

describe("the house", () => {
  it("imports go one way", () => {
    const wrong: string[] = [];
    for (const file of sources.filter((name) => !isTest(name))) {
      for (const target of importsOf(file)) {
        if (file.startsWith("lib/") && /^(next|react|next-auth|next-intl)(\/|$)/.test(target) && file !== "lib/messages/request.ts") wrong.push(`${file} → ${target}`);
        if (file.startsWith("lib/") && target.startsWith("app/")) wrong.push(`${file} → ${target}`);
        if (file.startsWith("app/") && target.startsWith("db/")) wrong.push(`${file} → ${target}`);
        if (file.startsWith("app/") && !file.startsWith("app/_server/") && !file.startsWith("app/api/auth") && /^next-auth/.test(target)) wrong.push(`${file} → ${target}`);
        if (file.startsWith("db/schema/") && target.startsWith("lib/") && !/states$|lib\/core\/actor$/.test(target)) wrong.push(`${file} → ${target}`);
        if (/^(app|lib)\//.test(file) && /^(db\/(seed|testing)|bin|e2e)\//.test(target)) wrong.push(`${file} → ${target}`);
        // A states file is a leaf: it imports nothing, so knowing it binds nobody.
        if (/\/states$/.test(target)) continue;
        const from = room(file);
        const to = room(target.endsWith(".ts") ? target : `${target}.ts`);
        if (from && to && from !== to) {
          const [a, b] = [storeys[from], storeys[to]];
          if (a !== undefined && b !== undefined && b >= a && !(a <= 1 && b <= 1)) wrong.push(`${file} → ${target}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("has a storey for every room", () => {
    const rooms = new Set(sources.map(room).filter((name): name is string => name !== null && name !== "messages"));
    expect([...rooms].filter((name) => storeys[name] === undefined)).toEqual([]);
  });

  it("has no file without a thought", () => {
    const forbidden = sources.filter((file) => /(^|\/)(utils|helpers|misc|types|hooks|index|service)\.tsx?$/.test(file) && file !== "db/schema/index.ts");
    expect(forbidden).toEqual([]);
    const notKebab = sources.filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)) && !file.endsWith("next-env.d.ts"));
    expect(notKebab).toEqual([]);
  });

  it("keeps files small", () => {
    const tooLong = sources.filter((file) => (text.get(file) ?? "").split("\n").length > 300 && !/\/data\/|\.test\.ts$|db\/seed\/content/.test(file));
    expect(tooLong).toEqual([]);
  });

  it("words stand in the catalogs, not in the code", () => {
    const chinese = /[\u4e00-\u9fff]/;
    const wrong = sources
      .filter((file) => /^(app|lib)\//.test(file) && !isTest(file) && !/\/data\//.test(file))
      .filter((file) => (text.get(file) ?? "").split("\n").some((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && chinese.test(stripComment(line))));
    expect(wrong).toEqual([]);
  });

  it("every table has its owner, and only the owning room writes it", () => {
    // Who writes to a person puts the mail into the outbox in their own transaction; `notifications` sends it.
    const owned: Record<string, string[]> = {
      codes: ["codes", "holidays", "rules", "taxonomyTerms"],
      users: ["users", "sessions", "credentialRequests", "operators", "rateLimits", "mails"],
      organisations: ["organisations", "memberships", "invitations", "joinRequests", "dishonestyMarks", "mails"],
      brokers: ["brokers"],
      listings: ["listings", "listingVersions", "achievementVersions", "needVersions", "disclosures"],
      reviews: ["reviews", "reviewRemarks"],
      files: ["files"],
      readings: ["readings", "termCorrections"],
      checkups: ["checkups"],
      dictionary: ["dictionaryEditions", "dictionaryEntries", "sampleQueries"],
      matching: ["matches", "matchJudgements", "matchNews", "matchViews", "matchedListings", "vectorReports"],
      introductions: ["brokerMarks", "introductions"],
      subscriptions: ["savedSearches", "savedSearchHits"],
      digests: ["digestSettings", "digests", "digestMatches"],
      search: ["nameInitials"],
      interests: ["interests"],
      deals: ["deals", "dealTerms", "dealMessages", "dealParticipants"],
      contracts: ["contracts", "contractParties", "registrations", "imports", "importRows"],
      ledger: ["ledgerEntries"],
      targets: ["targets", "reportedValues"],
      numbers: ["counters"],
      events: ["events", "eventSubjects", "eventInbox"],
      jobs: ["cursors", "eventPositions", "eventInbox", "commandKeys", "postponed"],
      worker: ["workerLeases"],
      notifications: ["notifications", "mails"],
    };
    const tables = new Map(sources.filter((file) => file.startsWith("db/schema/")).flatMap((file) => [...(text.get(file) ?? "").matchAll(/export const (\w+) = pgTable\(\s*"(\w+)"/g)].map(([, name = "", stored = ""]) => [stored, name] as const)));
    expect([...new Set(Object.values(owned).flat())].sort(), "every table").toEqual([...tables.values()].sort());
    const writes = /\.(?:insert|update|delete)\((\w+)\)|\b(?:insert into|update|delete from) (?:\$\{(\w+)\}|(\w+))/g;
    const wrong: string[] = [];
    for (const file of sources.filter((name) => name.startsWith("lib/") && !isTest(name))) {
      const mine = room(file);
      for (const [, built, named, stored] of (text.get(file) ?? "").matchAll(writes)) {
        const table = built ?? named ?? tables.get(stored ?? "") ?? "";
        if (mine && [...tables.values()].includes(table) && !owned[mine]?.includes(table)) wrong.push(`${file} writes ${table}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("cites only paths that exist", () => {
    const documents = ["README.md", ...walk(path.join(root, "docs"))].filter((file) => file.endsWith(".md") && existsSync(path.join(root, file)));
    const missing = documents.flatMap((file) =>
      [...readFileSync(path.join(root, file), "utf8").matchAll(/`((?:app|lib|db|bin|e2e|docs)\/[^`\s<>*{}]+)`/g)]
        .map((match) => match[1] ?? "")
        .filter((cited) => !existsSync(path.join(root, cited.replace(/[:#].*$/, ""))))
        .map((cited) => `${file}: ${cited}`),
    );
    expect(missing).toEqual([]);
    expect(statSync(root).isDirectory()).toBe(true);
  });
});

function stripComment(line: string): string {
  return line.replace(/\/\*.*?\*\//g, "").replace(/(^|\s)\/\/.*$/, "");
}
