import { Agent, request } from "node:http";
import type { SearchDocument } from "@/lib/engine/document";

export interface Connection { url: string; key: string }

/** As fast as a server can be asked: one kept-alive socket without Nagle's delay. */
const agent = new Agent({ keepAlive: true, noDelay: true, maxSockets: 1 });

export function ask({ url, key }: Connection, method: string, path: string, body?: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? undefined : Buffer.from(body);
    request(`${url}${path}`, { method, agent, headers: { authorization: `Bearer ${key}`, ...(sent ? { "content-type": "application/json", "content-length": sent.length } : {}) } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part)).on("error", reject).on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") }));
    }).on("error", reject).end(sent);
  });
}

/** Counted by both sides for every search. */
export const FACETS_SHOWN = ["industry", "field", "district", "maturity", "modes"];
const HOUR = 3_600_000;

/** Meilisearch as it comes, in a server of its own: its own Chinese segmentation, the same documents and facets. */
export class BareIndex {
  constructor(private readonly server: Connection) {}

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await ask(this.server, method, path, body === undefined ? undefined : JSON.stringify(body));
    if (answer.status >= 400) throw new Error(`The bare engine answered ${answer.status} to ${method} ${path}: ${answer.body.slice(0, 300)}`);
    return JSON.parse(answer.body) as T;
  }

  async settings(): Promise<void> {
    await this.wait((await this.call<{ taskUid: number }>("POST", "/indexes", { uid: "bare", primaryKey: "id" })).taskUid);
    await this.wait((await this.call<{ taskUid: number }>("PATCH", "/indexes/bare/settings", {
      searchableAttributes: ["title", "keywords", "summary", "body"], filterableAttributes: ["kind", ...FACETS_SHOWN, "organisationId", "ipKinds"],
      sortableAttributes: ["publishedAt"], localizedAttributes: [{ locales: ["cmn"], attributePatterns: ["*"] }],
    })).taskUid);
  }

  async add(documents: readonly SearchDocument[]): Promise<number> { return (await this.call<{ taskUid: number }>("POST", "/indexes/bare/documents", documents)).taskUid; }

  async search(q: string, district: string): Promise<void> {
    await this.call("POST", "/indexes/bare/search", { q, filter: `district = ${district}`, facets: FACETS_SHOWN, limit: 20 });
  }

  /** Present in the index, hence found: the engine commits both in one transaction. */
  async holds(id: string): Promise<boolean> { return (await ask(this.server, "GET", `/indexes/bare/documents/${id}?fields=id`)).status === 200; }

  async wait(task: number): Promise<void> {
    for (const end = Date.now() + HOUR; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const { status, error } = await this.call<{ status: string; error?: { message: string } }>("GET", `/tasks/${task}`);
      if (status === "succeeded") return;
      if (status === "failed" || status === "canceled") throw new Error(`Task ${task} of the bare engine: ${error?.message ?? status}`);
    }
    throw new Error(`Task ${task} of the bare engine did not end within an hour.`);
  }
}
