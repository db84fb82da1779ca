import pg from "pg";
import { log } from "@/lib/core/log";

/** First half of the two-part advisory lock that says "this worker process lives". */
const leaseClass = 41_503;

/**
 * graphile-worker keeps the jobs of a crashed worker locked for four hours (reliability.md 0.1). A session lock per
 * process says who lives; whoever lives frees the jobs of those whose lock nobody holds.
 */
export class Lease {
  private readonly key = 1 + Math.floor(Math.random() * 2_000_000_000);
  private readonly workers = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private reaping = false;
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly client: pg.Client, private readonly unlock: (workerIds: string[]) => Promise<void>) {}

  /** @param onLost called when the connection that holds the lease breaks: the process must then end */
  static async take(ownerUrl: string, unlock: (workerIds: string[]) => Promise<void>, onLost: (cause: Error) => void): Promise<Lease> {
    const client = new pg.Client({ connectionString: ownerUrl, query_timeout: 10_000, keepAlive: true });
    client.on("error", onLost);
    client.on("end", () => onLost(new Error("lease connection ended")));
    await client.connect();
    const lease = new Lease(client, unlock);
    await client.query("select pg_advisory_lock($1, $2)", [leaseClass, lease.key]);
    lease.timer = setInterval(() => void lease.reap().catch(onLost), 1_000);
    return lease;
  }

  /** One statement after the other: a connection that is asked twice at once will be an error in the next pg. */
  private query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<R>> {
    const asked = this.last.then(() => this.client.query<R>(text, values));
    this.last = asked.catch(() => undefined);
    return asked;
  }

  async register(workerId: string): Promise<void> {
    this.workers.add(workerId);
    await this.query("insert into worker_leases (worker_id, lock_key, since) values ($1, $2, now()) on conflict do nothing", [workerId, this.key]);
  }

  private async reap(): Promise<void> {
    if (this.reaping) return;
    this.reaping = true;
    try {
      const { rows } = await this.query<{ worker_id: string; lock_key: number }>("select worker_id, lock_key from worker_leases where lock_key <> $1", [this.key]);
      for (const key of new Set(rows.map((row) => row.lock_key))) {
        const { rows: tried } = await this.query<{ mine: boolean }>("select pg_try_advisory_lock($1, $2) as mine", [leaseClass, key]);
        if (!tried[0]?.mine) continue;
        const dead = rows.filter((row) => row.lock_key === key).map((row) => row.worker_id);
        log.warn({ dead }, "freeing the jobs of a worker that is gone");
        await this.unlock(dead);
        await this.query("delete from worker_leases where lock_key = $1", [key]);
        await this.query("select pg_advisory_unlock($1, $2)", [leaseClass, key]);
      }
      await this.freeUnregistered();
    } finally {
      this.reaping = false;
    }
  }

  /** A worker may take its first job a moment before its registration is written; killed right then, nobody would know it. */
  private async freeUnregistered(): Promise<void> {
    const { rows } = await this.query<{ id: string }>(`
      select distinct locked_by as id from graphile_worker.jobs
      where locked_at < now() - interval '10 seconds' and locked_by not in (select worker_id from worker_leases)`);
    if (rows.length === 0) return;
    log.warn({ dead: rows }, "freeing the jobs of a worker that never registered");
    await this.unlock(rows.map((row) => row.id));
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    this.client.removeAllListeners("end");
    await this.query("delete from worker_leases where lock_key = $1", [this.key]).catch(() => undefined);
    await this.client.end();
  }
}
