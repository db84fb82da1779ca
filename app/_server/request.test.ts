import { expect, test } from "vitest";
import { isSameOrigin, readBody, readForm } from "./request";

/** A body that comes in pieces and does not say how long it will be. */
function chunked(pieces: number): Request {
  let left = pieces;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      left -= 1;
      if (left < 0) return controller.close();
      controller.enqueue(new TextEncoder().encode("a".repeat(100)));
    },
  });
  return new Request("http://platform.example/api", { method: "POST", body, duplex: "half", headers: { "content-type": "application/x-www-form-urlencoded" } } as RequestInit);
}

const post = (body: BodyInit, headers: Record<string, string> = {}) => new Request("http://platform.example/api", { method: "POST", body, headers });
const outcome = async (reading: Promise<FormData | Response>) => {
  const read = await reading;
  return read instanceof Response ? read.status : Object.fromEntries(read);
};

test("a form is read up to its limit, whether its length is announced or only counted", async () => {
  expect(await outcome(readForm(post(new URLSearchParams({ email: "a@b.c" })), 100))).toEqual({ email: "a@b.c" });
  const form = new FormData();
  form.set("title", "\u6807\u9898");
  expect(await outcome(readForm(post(form), 1000))).toEqual({ title: "\u6807\u9898" });
  expect(await outcome(readForm(post("a=b", { "content-type": "application/x-www-form-urlencoded", "content-length": "5000" }), 100))).toBe(413);
  expect(await outcome(readForm(chunked(10), 999))).toBe(413);
  expect(await outcome(readForm(chunked(10), 1000))).toEqual({ ["a".repeat(1000)]: "" });
  expect(await readBody(new Request("http://platform.example/api", { method: "POST" }), 10)).toHaveLength(0);
});

test("what is no form is refused", async () => {
  expect(await outcome(readForm(post(JSON.stringify({ a: 1 }), { "content-type": "application/json" }), 100))).toBe(400);
});

test.each([
  [{ origin: "http://platform.example", host: "platform.example" }, true],
  [{ origin: "https://platform.example", host: "127.0.0.1:3000", "x-forwarded-host": "platform.example" }, true],
  [{ origin: "http://elsewhere.example", host: "platform.example" }, false],
  [{ origin: "null", host: "platform.example", "sec-fetch-site": "cross-site" }, false],
  [{ host: "platform.example", "sec-fetch-site": "same-origin" }, true],
])("a post with %o comes from a page of ours: %s", (headers, ours) => {
  expect(isSameOrigin({ headers: new Headers(headers as Record<string, string>) } as Request)).toBe(ours);
});
