import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { Cluster } from "./cluster";
import { Signal } from "./signal";

export type Outcome = "ok" | "refused" | "unknown";
export type Intent = { act: string; actor: Actor; input: Record<string, unknown>; expected: "ok" | "refused" };
export type Entry = Intent & { key: string; outcome: Outcome; attempts: number; answer: unknown };

/** What the client knows: every request with its key, what it wanted, and what it was told. */
export class Diary {
  readonly entries: Entry[] = [];
  readonly changed = new Signal();
  /** Requests sent, and acts acknowledged for the first time. */
  sent = 0;
  acknowledged = 0;
  doubts = 0;
  searches = { asked: 0, answered: 0, simple: 0 };

  constructor(private readonly cluster: Cluster) {}

  /**
   * Sends an act until it knows what became of it, each time with the same key.
   * @param giveUp asked after every answer that did not come: true leaves the entry `unknown` for ever
   */
  async act(intent: Intent, giveUp: () => boolean): Promise<Entry> {
    const entry: Entry = { ...intent, key: randomUUID(), outcome: "unknown", attempts: 0, answer: undefined };
    this.entries.push(entry);
    while (entry.outcome === "unknown") {
      await this.attempt(entry);
      if (entry.outcome !== "unknown") break;
      this.doubts += 1;
      if (giveUp()) break;
      await this.cluster.changed.until(() => this.cluster.isAnswering("postgres") && this.cluster.doors().length > 0, 120_000);
    }
    return entry;
  }

  private async attempt(entry: Entry): Promise<void> {
    const response = await this.post("/act", { act: entry.act, actor: entry.actor, input: entry.input, key: entry.key }, entry.attempts++);
    if (!response || (response.status !== 200 && response.status !== 409)) return void (entry.answer = response?.body);
    entry.outcome = response.status === 200 ? "ok" : "refused";
    entry.answer = response.body;
    if (entry.outcome === "ok") this.acknowledged += 1;
    this.changed.tell();
  }

  /** Repeats an acknowledged act with its key. */
  async repeat(entry: Entry): Promise<{ status: number; body: unknown } | undefined> {
    return this.post("/act", { act: entry.act, actor: entry.actor, input: entry.input, key: entry.key }, 0);
  }

  async search(q: string): Promise<void> {
    this.searches.asked += 1;
    const response = await this.post("/search", { q }, this.searches.asked);
    if (response?.status !== 200) return this.cluster.changed.until(() => this.cluster.isAnswering("postgres") && this.cluster.doors().length > 0, 120_000);
    this.searches.answered += 1;
    if ((response.body as { simple: boolean }).simple) this.searches.simple += 1;
  }

  private async post(path: string, body: unknown, turn: number): Promise<{ status: number; body: unknown } | undefined> {
    await this.cluster.changed.until(() => this.cluster.doors().length > 0, 120_000);
    const doors = this.cluster.doors();
    const door = doors[(this.sent + turn) % doors.length];
    try {
      const answered = fetch(`${door}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal: AbortSignal.timeout(20_000) });
      this.sent += 1;
      this.changed.tell();
      const response = await answered;
      return { status: response.status, body: await response.json() };
    } catch {
      return undefined; // no answer: it may have happened or not
    }
  }
}
