import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

/** A node process that is started again whenever it ends, for whatever reason, once `mayStart` lets it. */
export class ProcessUnderTest {
  answering = false;
  /** How often it ended without having been killed by the test. */
  endedByItself = 0;
  private child: ChildProcess | undefined;
  private stopped = false;
  private killed = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly what: { args: string[]; cwd: string; env: NodeJS.ProcessEnv; logFile: string },
    private readonly mayStart: () => Promise<void>,
    private readonly changed: () => void,
  ) {}

  start(): void {
    this.running = this.keep();
  }

  private async keep(): Promise<void> {
    while (!this.stopped) {
      await this.mayStart();
      if (this.stopped) return;
      const log = openSync(this.what.logFile, "a");
      const child = spawn(process.execPath, this.what.args, { cwd: this.what.cwd, env: this.what.env, stdio: ["ignore", log, log, "ipc"] });
      closeSync(log);
      this.child = child;
      this.killed = false;
      child.on("message", (message) => this.turn(message === "ready" && !this.killed));
      await new Promise<void>((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
      if (!this.killed) this.endedByItself += 1;
      this.turn(false);
    }
  }

  private turn(answering: boolean): void {
    this.answering = answering;
    this.changed();
  }

  kill(): void {
    this.killed = true;
    this.child?.kill("SIGKILL");
    this.turn(false);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.killed = true;
    this.child?.kill("SIGKILL");
    await this.running;
  }
}
