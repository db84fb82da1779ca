// Preloaded into the web process of a bench: writes down what it asks the search server, so that `match` can put the
// same requests to the server bare. It writes only while the file is there.
import { appendFileSync, existsSync } from "node:fs";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";

const file = process.env.BENCH_RECORD;
const engine = process.env.MEILI_URL;
if (file && engine && process.argv[1]?.includes("next") && process.argv[2] === "start") {
  const { host } = new URL(engine);
  const request = http.request;
  http.request = function (...given) {
    const made = request.apply(this, given);
    if (made.getHeader("host") === host && existsSync(file)) {
      const end = made.end;
      made.end = function (body, ...rest) {
        appendFileSync(file, `${JSON.stringify({ method: made.method, path: made.path, body: body ? String(body) : undefined })}\n`);
        return end.call(this, body, ...rest);
      };
    }
    return made;
  };
  syncBuiltinESMExports();
}
