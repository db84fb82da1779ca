import { Server, type IncomingMessage, type ServerResponse } from "node:http";
import type { Readiness } from "@/lib/health/readiness";
import words from "@/lib/messages/zh-CN/broken.json";

/** A year; without subdomains, which are not ours to bind. */
const strictTransport = "max-age=31536000";
/** What `/api/ready` finds where the database could not be asked: whoever probes it reads one form of answer. */
const notAsked: Readiness = { status: "down", checks: { database: "failing", migrations: "failing", search: "failing", followers: "failing" } };
const patched = Symbol.for("platform.every-answer");

/**
 * What holds for every answer of this process, whoever writes it: pages, files, redirects, Next's own 400 and 404.
 * Headers of the build do not know the public address and the proxy never sees a TRACE (a Request cannot have that
 * method), so it stands before Next, at the server itself. `publicUrl` and `mayServe` are asked at each request:
 * before it is known that the process may serve, it only says that it lives and is not ready. Decides nothing about rights.
 */
export function guardEveryAnswer(publicUrl: () => string, mayServe: () => boolean): void {
  const prototype = Server.prototype as Server & { [patched]?: true };
  if (prototype[patched]) return;
  prototype[patched] = true;
  // Called with the server as `this`, below.
  const emit = prototype.emit as (this: Server, name: string, ...rest: unknown[]) => boolean;
  prototype.emit = function (this: Server, name: string, ...rest: unknown[]): boolean {
    if (name === "request") {
      const [request, response] = rest as [IncomingMessage, ServerResponse];
      if (publicUrl().startsWith("https:")) response.setHeader("Strict-Transport-Security", strictTransport);
      // An echo of what was sent, cookies with it, serves nobody but a thief.
      if (request.method === "TRACE") {
        response.writeHead(405, { Allow: "GET, HEAD, POST", "Content-Length": 0, Connection: "close" }).end();
        return true;
      }
      sayWithoutScript(response);
      const path = request.url?.split("?")[0];
      if (!mayServe() && path !== "/api/health") {
        const [type, body] = path === "/api/ready" ? ["application/json", JSON.stringify(notAsked)] : ["text/plain; charset=utf-8", words.starting];
        response.writeHead(503, { "Content-Type": type, "Cache-Control": "no-store", "Retry-After": 5 }).end(body);
        return true;
      }
    }
    return emit.call(this, name, ...rest);
  } as Server["emit"];
}

/**
 * A page that fails is an empty one, which Next's script fills with app/error.tsx. Who has no script, or whose script fails, too, reads this
 * instead; the script replaces it. The number of the error is somewhere in what Next sends, so this comes last, where a browser still takes it as
 * part of the body. Next says what it sends only once its compression stands around the answer: until then there is nothing to wrap.
 */
function sayWithoutScript(response: ServerResponse): void {
  const setHeader = response.setHeader;
  response.setHeader = function (name, value) {
    if (response.statusCode === 500 && /^content-type$/iu.test(name) && String(value).startsWith("text/html")) {
      response.setHeader = setHeader;
      const { write, end } = response as { write: (...rest: unknown[]) => boolean; end: (...rest: unknown[]) => ServerResponse };
      let digest = "";
      response.write = (...sent: unknown[]) => {
        digest ||= numberIn(sent[0]);
        return write.apply(response, sent);
      };
      response.end = (...sent: unknown[]) => {
        if (isText(sent[0])) response.write(sent.shift());
        write.call(response, failedPage(digest));
        return end.apply(response, sent);
      };
    }
    return setHeader.call(response, name, value);
  };
}

const isText = (sent: unknown): sent is string | Uint8Array => typeof sent === "string" || sent instanceof Uint8Array;
const numberIn = (sent: unknown) => (isText(sent) ? (/\bdigest\\*":\\*"(\d[\w@]*)/u.exec(Buffer.from(sent as Uint8Array).toString())?.[1] ?? "") : "");
const failedPage = (digest: string) => `<main lang="zh-CN"><h1>${words.title}</h1><p>${words.body}${digest ? words.code.replace("{code}", digest) : ""}</p><p><a href="/">${words.home}</a></p></main>`;
