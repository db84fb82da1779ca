import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { EngineUnavailable } from "@/lib/engine/port";

/**
 * Kept-alive sockets without Nagle's delay. Through Node's own `fetch` every call to Meilisearch waits about
 * 44 ms for a delayed acknowledgement; this way it does not (docs/decisions/0020-matching.md).
 */
const options = { keepAlive: true, noDelay: true, maxSockets: 32 };
const httpAgent = new HttpAgent(options);
const httpsAgent = new HttpsAgent(options);

export interface HttpConnection { host: string; apiKey: string }

/**
 * One JSON request. Resolves with the parsed body (undefined if empty).
 * @throws EngineUnavailable if the server cannot be reached, answers ≥ 400, or takes longer than `deadlineMs`.
 */
export function requestJson<T>(connection: HttpConnection, method: string, path: string, body: unknown, deadlineMs: number, again = true): Promise<T> {
  const url = new URL(path, connection.host);
  const text = body === undefined ? null : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const secure = url.protocol === "https:";
  return new Promise<T>((resolve, reject) => {
    const fail = (message: string, cause?: unknown) => reject(new EngineUnavailable(`${method} ${url.pathname}: ${message}`, { cause }));
    const request = (secure ? httpsRequest : httpRequest)(url, {
      method,
      agent: secure ? httpsAgent : httpAgent,
      headers: {
        authorization: `Bearer ${connection.apiKey}`,
        ...(text ? { "content-type": "application/json", "content-length": text.length } : {}),
      },
    }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", (error) => { clearTimeout(timer); fail(error.message, error); });
      response.on("end", () => {
        clearTimeout(timer);
        const answer = Buffer.concat(parts).toString("utf8");
        if ((response.statusCode ?? 500) >= 400) return fail(`${response.statusCode} ${answer.slice(0, 500)}`);
        try { resolve((answer ? JSON.parse(answer) : undefined) as T); } catch (error) { fail("no JSON", error); }
      });
    });
    // A deadline for the whole exchange, not for silence on the socket: a slow drip must end too.
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
    request.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      // The server closes idle sockets after some seconds; one may be taken in that moment. Every request here can be repeated.
      if (again && request.reusedSocket && error.code === "ECONNRESET") resolve(requestJson<T>(connection, method, path, body, deadlineMs, false));
      else fail(error.message, error);
    });
    request.end(text ?? undefined);
  });
}
