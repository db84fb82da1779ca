import { createHash } from "node:crypto";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { firstCharacters } from "@/lib/core/typed-text";
import { requestJson } from "@/lib/engine/http-connection";
import type { SearchDocument } from "@/lib/engine/document";
import { normaliseVector } from "@/lib/matching/vectors";

/**
 * An outside embedding service, by configuration only (EMBEDDING_URL, EMBEDDING_MODEL, EMBEDDING_KEY): whatever answers
 * POST <url>/embeddings as OpenAI's does. Without one, and whenever it is slow, down or answers nonsense, the learnt
 * vectors alone serve. Only what is public in a record is ever sent.
 */
export interface Embedder {
  /** Where and which, for operators; never the key. */
  readonly name: string;
  /** Vectors of two services or of two models do not compare, whatever their width: each vector is kept with this. */
  readonly fingerprint: string;
  /** Vectors of length one, in the order of the texts; null if the service could not be used. Never throws. */
  embed(texts: readonly string[], deadlineMs?: number): Promise<Float32Array[] | null>;
  /** How it did in this process. */
  state(): EmbeddingState;
}

export interface EmbeddingState { workedAt: Date | null; failedAt: Date | null; problem: string | null }

const BATCH = 32;
/** Characters of one text; services cut or refuse longer ones. */
const LONGEST = 2_000;
const DEADLINE_MS = 20_000;
/** After a failure nobody waits for the service for so long. */
const REST_MS = 60_000;

export function embedder(options: { url: string; model?: string | undefined; key?: string | undefined; deadlineMs?: number }): Embedder {
  let width: number | null = null;
  let failed: { problem: string; at: Date } | null = null, worked: Date | null = null;
  const connection = { host: options.url, apiKey: options.key ?? "" };
  const address = new URL(options.url), path = `${address.pathname.replace(/\/$/, "")}/embeddings`;

  async function batch(texts: readonly string[], deadlineMs: number): Promise<Float32Array[]> {
    const answer = await requestJson<{ data?: { index?: number; embedding?: unknown }[] } | undefined>(connection, "POST", path,
      { ...(options.model ? { model: options.model } : {}), input: texts }, deadlineMs, false);
    const rows = [...(answer?.data ?? [])].sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
    if (rows.length !== texts.length) throw new Error(`${rows.length} vectors for ${texts.length} texts`);
    return rows.map(({ embedding }) => {
      if (!Array.isArray(embedding) || embedding.length === 0 || embedding.some((x) => typeof x !== "number" || !Number.isFinite(x))) throw new Error("an answer that is no vector");
      width ??= embedding.length;
      if (embedding.length !== width) throw new Error(`a vector of ${embedding.length} numbers among those of ${width}`);
      return normaliseVector(Float32Array.from(embedding as number[]));
    });
  }

  return {
    name: [address.host + address.pathname, options.model].filter(Boolean).join(" "),
    fingerprint: createHash("sha256").update(`${options.url}\n${options.model ?? ""}`).digest("hex").slice(0, 16),
    state: () => ({ workedAt: worked, failedAt: failed?.at ?? null, problem: failed?.problem ?? null }),
    async embed(texts, deadlineMs = options.deadlineMs ?? DEADLINE_MS) {
      if (failed && Date.now() - failed.at.getTime() < REST_MS) return null;
      try {
        const out: Float32Array[] = [];
        for (let at = 0; at < texts.length; at += BATCH) {
          out.push(...await batch(texts.slice(at, at + BATCH).map((text) => firstCharacters(text, LONGEST) || " "), deadlineMs));
        }
        failed = null;
        worked = new Date();
        return out;
      } catch (error) {
        // What was learnt about its width may be the wrong half of a change of models.
        width = null;
        failed = { problem: (error instanceof Error ? error.message : String(error)).slice(0, 300), at: new Date() };
        log.warn({ problem: failed.problem }, "the embedding service cannot be used; matching goes on without it");
        return null;
      }
    },
  };
}

let configured: { of: string; service: Embedder } | null = null;

/** The configured service, or null. One object per process, so that a failure is remembered. */
export function configuredEmbedder(): Embedder | null {
  const { embedding } = env();
  if (!embedding) return null;
  const of = JSON.stringify(embedding);
  if (configured?.of !== of) configured = { of, service: embedder(embedding) };
  return configured.service;
}

/** What of a record is sent to the service. */
export const embeddedText = (document: SearchDocument): string =>
  firstCharacters([document.title, document.keywords.join(" "), document.summary, document.body].filter(Boolean).join("\n"), LONGEST);
