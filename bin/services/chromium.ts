import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import { root } from "@/bin/services/paths";

export type Chromium = { executablePath: string; env: Record<string, string>; args: string[] };

/** Not the arguments that @sparticuz/chromium suggests: those switch off web security and run in a single process. */
const args = [
  "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
];

/**
 * A Chromium for journeys and screenshots, without downloading one: PLAYWRIGHT_CHROMIUM_PATH, then the system's,
 * then the one in the npm package (Linux x64), unpacked once into node_modules/.cache.
 * Fonts: the package brings only Open Sans. Where the system has no Chinese font, Chinese text shows only through the
 * site's own web font; fontconfig cannot read the woff2 files of @fontsource-variable/noto-sans-sc.
 * @throws Error that says what to install
 */
export async function findChromium(): Promise<Chromium> {
  const asked = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (asked) {
    if (!runs(asked, {})) throw new Error(`PLAYWRIGHT_CHROMIUM_PATH names ${asked}, which does not run.`);
    return { executablePath: asked, env: {}, args };
  }
  for (const file of ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]) {
    if (existsSync(file) && runs(file, {})) return { executablePath: file, env: {}, args };
  }
  const dir = await unpack();
  const executablePath = path.join(dir, "chromium");
  // Its own temporary folder: the files it writes there are private to the user who ran it first.
  const temporary = path.join(tmpdir(), `platform-chromium-${process.getuid?.() ?? 0}`);
  mkdirSync(temporary, { recursive: true });
  const env: Record<string, string> = { FONTCONFIG_FILE: path.join(dir, "fonts.conf"), TMPDIR: temporary };
  if (runs(executablePath, env)) return { executablePath, env, args };
  // A bare system lacks NSS; the package has it for Amazon Linux, which works elsewhere too.
  const withLibraries = { ...env, LD_LIBRARY_PATH: [path.join(dir, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":") };
  if (runs(executablePath, withLibraries)) return { executablePath, env: withLibraries, args };
  const missing = spawnSync("ldd", [executablePath], { encoding: "utf8", env: { ...process.env, ...withLibraries } }).stdout?.split("\n").filter((line) => line.includes("not found")) ?? [];
  throw new Error(`No Chromium runs here. Install one (apt-get install chromium) or set PLAYWRIGHT_CHROMIUM_PATH.\n${missing.join("\n")}`);
}

function runs(file: string, env: Record<string, string>): boolean {
  return spawnSync(file, ["--version", "--no-sandbox"], { env: { ...process.env, ...env }, timeout: 30_000 }).status === 0;
}

/** Complete or absent: it is renamed to its place at the end, so two runs at once cannot meet a half-written program. */
async function unpack(): Promise<string> {
  let packageFile: string;
  try {
    packageFile = path.join(path.dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../../package.json");
  } catch (error) {
    throw new Error("No Chromium found, and the package @sparticuz/chromium is not installed. Run npm ci, install chromium, or set PLAYWRIGHT_CHROMIUM_PATH.", { cause: error });
  }
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const target = path.join(cacheDir(), `chromium-${version}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const packed = path.join(path.dirname(packageFile), "bin");
  for (const name of ["al2023", "fonts", "swiftshader"]) {
    const unpacked = spawnSync("tar", ["-x", "--no-same-owner", "-f", "-", "-C", half], { input: brotliDecompressSync(readFileSync(path.join(packed, `${name}.tar.br`))) });
    if (unpacked.status !== 0) throw new Error(`Cannot unpack ${name}.tar.br: ${unpacked.stderr?.toString() ?? unpacked.error?.message}`);
  }
  await pipeline(createReadStream(path.join(packed, "chromium.br")), createBrotliDecompress(), createWriteStream(path.join(half, "chromium"), { mode: 0o755 }));
  const dirs = [path.join(target, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  writeFileSync(path.join(half, "fonts.conf"), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${dirs.map((dir) => `  <dir>${dir}</dir>`).join("\n")}
  <cachedir>${path.join(target, "fonts-cache")}</cachedir>
</fontconfig>
`);
  try {
    renameSync(half, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(half, { recursive: true, force: true }); // another run was faster
  }
  return target;
}

/** Inside node_modules: it goes with `npm ci` and belongs to no commit. */
function cacheDir(): string {
  const dir = path.join(root, "node_modules/.cache");
  try {
    mkdirSync(dir, { recursive: true });
    return dir;
  } catch {
    const fallback = path.join(tmpdir(), `platform-cache-${process.getuid?.() ?? 0}`);
    mkdirSync(fallback, { recursive: true });
    return fallback;
  }
}
