import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type LocalMeilisearch, startMeilisearch } from "@/bin/services/meilisearch";
import { leash } from "@/bin/services/paths";
import { freePort } from "@/bin/services/ports";
import { type LocalPostgres, startPostgres } from "@/bin/services/postgres";
import { migrate } from "@/db/migrate";
import { ProcessUnderTest } from "./process-under-test";
import { Signal } from "./signal";
import type { Mutation } from "./sources";

export const victims = ["postgres", "web-1", "web-2", "worker", "meilisearch"] as const;
export type Victim = (typeof victims)[number];

/** The installation under test: real servers on data of its own, two web processes, one worker. */
export class Cluster {
  readonly changed = new Signal();
  private readonly webs: { url: string; process: ProcessUnderTest }[] = [];
  private worker: ProcessUnderTest | undefined;
  private postgresUp = true;
  private meilisearchUp = true;
  private restarting = new Set<Promise<void>>();
  private broken: unknown;

  private constructor(
    private readonly folder: string,
    private readonly mutation: Mutation | undefined,
    private postgres: LocalPostgres,
    private meilisearch: LocalMeilisearch,
  ) {}

  static async start(folder: string, mutation: Mutation | undefined): Promise<Cluster> {
    const postgres = await launchPostgres(folder, mutation);
    const meilisearch = await launchMeilisearch(folder).catch(async (error: unknown) => {
      await postgres.stop();
      throw error;
    });
    Object.assign(process.env, {
      DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl, MEILI_URL: meilisearch.url, MEILI_KEY: meilisearch.key,
      APP_ENV: "local", VAR_DIR: folder, LOG_LEVEL: "error", NEXTAUTH_SECRET: "a secret that only the kill test knows, long enough", SMTP_URL: "", PUBLIC_URL: "http://127.0.0.1:9",
    });
    await migrate(postgres.ownerUrl);
    return new Cluster(folder, mutation, postgres, meilisearch);
  }

  async startProcesses(sources: string): Promise<void> {
    const mayStart = (): Promise<void> => this.changed.until(() => this.postgresUp || this.broken !== undefined, 120_000);
    const make = (name: string, file: string, env: Record<string, string>): ProcessUnderTest => {
      const made = new ProcessUnderTest({ args: ["--import", leash, "--import", "tsx", path.join(sources, file)], cwd: sources, env: { ...process.env, LEASH_HOLDER: String(process.pid), ...env }, logFile: path.join(this.folder, `${name}.log`) }, mayStart, () => this.changed.tell());
      made.start();
      return made;
    };
    for (const name of ["web-1", "web-2"]) {
      const port = await freePort();
      this.webs.push({ url: `http://127.0.0.1:${port}`, process: make(name, "bin/kills/act-host.ts", { PORT: String(port) }) });
    }
    this.worker = make("worker", "bin/worker.ts", {});
    await this.allAnswering();
  }

  /** @throws Error when a process does not come back within two minutes */
  async allAnswering(): Promise<void> {
    await this.changed.until(() => victims.every((victim) => this.isAnswering(victim)), 120_000);
    if (this.broken) throw this.broken as Error;
  }

  isAnswering(victim: Victim): boolean {
    if (victim === "postgres") return this.postgresUp;
    if (victim === "meilisearch") return this.meilisearchUp;
    if (victim === "worker") return this.worker?.answering ?? false;
    return this.webs[victim === "web-1" ? 0 : 1]?.process.answering ?? false;
  }

  /** Addresses of the web processes that live now. */
  doors(): string[] {
    return this.webs.filter((web) => web.process.answering).map((web) => web.url);
  }

  /** kill -9, here and now; whatever was killed is started again at once, without waiting for it. */
  kill(victim: Victim): void {
    if (victim === "worker") this.worker?.kill();
    else if (victim === "web-1" || victim === "web-2") this.webs[victim === "web-1" ? 0 : 1]?.process.kill();
    else if (victim === "postgres") {
      this.postgresUp = false;
      // The kernel keeps written pages: only what still stands in the memory of these processes can be lost.
      for (const pid of [this.postgres.pid, ...childrenOf(this.postgres.pid)]) killHard(pid);
      this.bringBack(async () => {
        await this.postgres.exited;
        this.postgres = await launchPostgres(this.folder, this.mutation, this.postgres.port);
        this.postgresUp = true;
      });
    } else {
      this.meilisearchUp = false;
      killHard(this.meilisearch.pid);
      this.bringBack(async () => {
        await this.meilisearch.exited;
        this.meilisearch = await launchMeilisearch(this.folder, this.meilisearch.port);
        this.meilisearchUp = true;
      });
    }
  }

  private bringBack(work: () => Promise<void>): void {
    const running = work().catch((error: unknown) => void (this.broken = error)).then(() => this.changed.tell());
    this.restarting.add(running);
    void running.finally(() => this.restarting.delete(running));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.webs.map((web) => web.process.stop()), this.worker?.stop()]);
    await Promise.all(this.restarting);
    await Promise.all([this.meilisearch.stop(), this.postgres.stop()]);
  }
}

/** What was promised but not written is written after ten seconds, not after a fifth: fewer kills show what is lost. */
const lazyWriter = { wal_writer_delay: "10s", wal_writer_flush_after: "1GB" };

async function launchPostgres(folder: string, mutation: Mutation | undefined, port?: number): Promise<LocalPostgres> {
  return startPostgres({
    dataDir: path.join(folder, "postgres"), ...(port ? { port, exactPort: true } : {}), log: () => undefined,
    // Own settings also take away the assertion at start: with it this server would refuse to serve.
    ...(mutation === "synchronous-commit-off" ? { settings: { synchronous_commit: "off", ...lazyWriter } } : { durable: true }),
  });
}

async function launchMeilisearch(folder: string, port?: number): Promise<LocalMeilisearch> {
  const started = await startMeilisearch({ dataDir: path.join(folder, "meilisearch"), ...(port ? { port, exactPort: true } : {}), log: () => undefined });
  if (!started) throw new Error("There is no Meilisearch for this system; the kill test needs one.");
  return started;
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc").filter((entry) => /^\d+$/.test(entry)).map(Number).filter((pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ")[1]) === parent;
    } catch {
      return false; // gone meanwhile
    }
  });
}

function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // gone already
  }
}
