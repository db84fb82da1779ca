import { isIP } from "node:net";
import { totalmem } from "node:os";
import path from "node:path";
import { z } from "zod";

const text = z.string().trim().transform((value) => value || undefined).optional();
const flag = text.transform((value) => value === "1" || value?.toLowerCase() === "true");
const url = (...protocols: string[]) =>
  text.refine((value) => value === undefined || protocols.includes(protocolOf(value)), {
    message: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });

/** A tenth of the memory that this process may count on; at most what Node's heap (4 GB) holds beside everything else: some 350,000 records. */
function usualCacheMb(): number {
  // A container's limit; newer versions of Node say 0 where there is none.
  const memoryMb = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 1024 ** 2;
  return Math.round(Math.min(2_400, Math.max(256, memoryMb / 10)));
}

/** Every variable that the platform reads; `.env.example` explains them in the same order. */
const variables = z.object({
  APP_ENV: text.pipe(z.enum(["local", "production"], { message: "must be local or production" }).default("local")),
  DATABASE_URL: url("postgres:", "postgresql:"),
  DATABASE_OWNER_URL: url("postgres:", "postgresql:"),
  MEILI_URL: url("http:", "https:"),
  MEILI_KEY: text,
  SEARCH_CACHE_MB: text.pipe(z.string().default(() => String(usualCacheMb())).transform(Number).pipe(z.number({ message: "must be a number of megabytes, at least 16" }).int().min(16))),
  NEXTAUTH_SECRET: text,
  AUTH_SECRET: text,
  PUBLIC_URL: url("http:", "https:"),
  NEXTAUTH_URL: url("http:", "https:"),
  AUTH_URL: url("http:", "https:"),
  PORT: text.pipe(z.string().default("3000").transform(Number).pipe(z.number({ message: "must be a port between 1 and 65535" }).int().min(1).max(65_535))),
  SMTP_URL: url("smtp:", "smtps:"),
  MAIL_FROM: text,
  VAR_DIR: text,
  FILES_DIR: text,
  FILES_QUOTA_MB: text.pipe(z.string().default("20480").transform(Number).pipe(z.number({ message: "must be a number of megabytes, at least 50" }).int().min(50))),
  ALLOW_PRIVATE_PLAINTEXT: flag,
  EMBEDDING_URL: url("http:", "https:"),
  EMBEDDING_MODEL: text,
  EMBEDDING_KEY: text,
  LOG_LEVEL: text.pipe(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info")),
  SITE_HOST_ORG: text,
  SITE_OPERATOR_ORG: text,
  SITE_ICP: text,
  SITE_POLICE: text,
  SITE_CODE: text,
  SITE_PHONE: text,
});

const names = Object.keys(variables.shape);

export type Env = {
  appEnv: "local" | "production";
  databaseUrl?: string;
  databaseOwnerUrl?: string;
  meiliUrl?: string;
  meiliKey?: string;
  /** What each process may keep of the records it has read to put them in order. */
  searchCacheBytes: number;
  /** Undefined while the site is being built; whoever signs something calls `authSecret()`. */
  authSecret?: string;
  /** Address that people see, without a slash at its end. */
  publicUrl: string;
  port: number;
  smtpUrl?: string;
  mailFrom: string;
  /** Absolute folders. */
  varDir: string;
  filesDir: string;
  /** What the attachments of one organisation may take together. */
  filesQuotaBytes: number;
  allowPrivatePlaintext: boolean;
  embedding?: { url: string; model?: string; key?: string };
  logLevel: string;
  /** What the footer must name; an empty one is not shown (State Council guideline 2017-47 on government websites). */
  site: { hostOrganisation?: string; operatorOrganisation?: string; icp?: string; police?: string; code?: string; phone?: string };
};

/** @throws Error that lists every malformed variable, one a line */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = variables.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not right (see .env.example):\n${lines.join("\n")}`);
  }
  const v = parsed.data;
  const varDir = path.resolve(/* turbopackIgnore: true */ v.VAR_DIR ?? "var");
  return {
    appEnv: v.APP_ENV,
    databaseUrl: v.DATABASE_URL,
    databaseOwnerUrl: v.DATABASE_OWNER_URL,
    meiliUrl: v.MEILI_URL?.replace(/\/+$/, ""),
    meiliKey: v.MEILI_KEY,
    searchCacheBytes: v.SEARCH_CACHE_MB * 1024 * 1024,
    authSecret: v.NEXTAUTH_SECRET ?? v.AUTH_SECRET,
    publicUrl: (v.PUBLIC_URL ?? v.NEXTAUTH_URL ?? v.AUTH_URL ?? `http://127.0.0.1:${v.PORT}`).replace(/\/+$/, ""),
    port: v.PORT,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM ?? "noreply@localhost",
    varDir,
    filesDir: v.FILES_DIR ? path.resolve(/* turbopackIgnore: true */ v.FILES_DIR) : path.join(varDir, "files"),
    filesQuotaBytes: v.FILES_QUOTA_MB * 1024 * 1024,
    allowPrivatePlaintext: v.ALLOW_PRIVATE_PLAINTEXT,
    embedding: v.EMBEDDING_URL ? { url: v.EMBEDDING_URL, model: v.EMBEDDING_MODEL, key: v.EMBEDDING_KEY } : undefined,
    logLevel: v.LOG_LEVEL,
    site: {
      hostOrganisation: v.SITE_HOST_ORG,
      operatorOrganisation: v.SITE_OPERATOR_ORG,
      icp: v.SITE_ICP,
      police: v.SITE_POLICE,
      code: v.SITE_CODE,
      phone: v.SITE_PHONE,
    },
  };
}

let cached: { key: string; value: Env } | undefined;

/** The parsed environment, read when asked for and again when a variable has changed. */
export function env(): Env {
  const key = names.map((name) => process.env[name] ?? "").join("\n");
  if (cached?.key !== key) cached = { key, value: parseEnv(process.env) };
  return cached.value;
}

/** The secret that signs sessions and tokens. @throws Error when none is set */
export function authSecret(): string {
  const secret = env().authSecret;
  if (!secret) throw new Error("NEXTAUTH_SECRET (or AUTH_SECRET) is not set");
  return secret;
}

/** What a web or worker process cannot do without, in either environment. */
export function missingForService(e: Env): string[] {
  const problems: string[] = [];
  if (!e.databaseUrl) problems.push("DATABASE_URL is not set.");
  if (!e.authSecret) problems.push("NEXTAUTH_SECRET (or AUTH_SECRET) is not set.");
  return problems;
}

/**
 * Why a production process must not start with this environment (domain.md A12); empty when it may.
 * That a database holds the demo world is checked where the database is open.
 */
export function productionRefusals(e: Env): string[] {
  if (e.appEnv !== "production") return [];
  const refusals = missingForService(e);
  if (e.authSecret && (e.authSecret.length < 32 || isDefaultSecret(e.authSecret))) {
    refusals.push("NEXTAUTH_SECRET is a default or shorter than 32 characters. Make one: openssl rand -base64 48");
  }
  if (e.meiliUrl && (!e.meiliKey || e.meiliKey.length < 16 || isDefaultSecret(e.meiliKey))) {
    refusals.push("MEILI_KEY is missing, a default, or shorter than 16 characters.");
  }
  for (const [name, value] of Object.entries({ DATABASE_URL: e.databaseUrl, DATABASE_OWNER_URL: e.databaseOwnerUrl })) {
    if (!value) continue;
    const password = decodeURIComponent(new URL(value).password);
    if (password && (password.length < 12 || isDefaultSecret(password))) refusals.push(`${name} has a default password or one shorter than 12 characters.`);
    if (!hasTls(value)) refusals.push(...plaintextRefusal(name, value, e, "add ?sslmode=verify-full"));
  }
  if (e.databaseUrl && e.databaseOwnerUrl && new URL(e.databaseUrl).username === new URL(e.databaseOwnerUrl).username) {
    refusals.push("DATABASE_URL and DATABASE_OWNER_URL use the same role: the runtime role could rewrite the history.");
  }
  if (e.meiliUrl?.startsWith("http:")) refusals.push(...plaintextRefusal("MEILI_URL", e.meiliUrl, e, "use https://"));
  if (e.embedding?.url.startsWith("http:")) refusals.push(...plaintextRefusal("EMBEDDING_URL", e.embedding.url, e, "use https://"));
  if (e.smtpUrl?.startsWith("smtp:") && !new URL(e.smtpUrl).searchParams.has("requireTLS")) {
    refusals.push(...plaintextRefusal("SMTP_URL", e.smtpUrl, e, "use smtps:// or ?requireTLS=true"));
  }
  return refusals;
}

function plaintextRefusal(name: string, value: string, e: Env, mend: string): string[] {
  const host = new URL(value).hostname.replace(/^\[|\]$/g, "");
  if (isLoopback(host)) return [];
  if (!isPrivateHost(host)) return [`${name} would send plain text to ${host}: ${mend}.`];
  if (e.allowPrivatePlaintext) return [];
  return [`${name} would send plain text to ${host}: ${mend}, or set ALLOW_PRIVATE_PLAINTEXT=1 if that network is yours alone.`];
}

function hasTls(databaseUrl: string): boolean {
  return ["require", "verify-ca", "verify-full"].includes(new URL(databaseUrl).searchParams.get("sslmode") ?? "");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** Addresses of RFC 1918 and 4193, and names that no public DNS answers (a service of a compose file has one label). */
export function isPrivateHost(host: string): boolean {
  if (isLoopback(host)) return true;
  const kind = isIP(host);
  if (kind === 4) return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host);
  if (kind === 6) return /^f[cd]/i.test(host);
  return !host.includes(".") || /\.(internal|local|lan|home\.arpa|svc)$/i.test(host);
}

function isDefaultSecret(value: string): boolean {
  return /^(change[-_ ]?me|secret|password|default|example|test|postgres|platform|owner|app|master[-_]?key|admin|demo|dev)[-_ \d]*$/i.test(value) || /change[-_ ]?me|please[-_ ]?change|replace[-_ ]?(me|this)/i.test(value) || /^(.)\1+$/.test(value);
}

function protocolOf(value: string): string {
  try {
    return new URL(value).protocol;
  } catch {
    return "";
  }
}
