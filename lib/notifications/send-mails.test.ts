import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { withClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";
import { smtpTransport } from "./post-office";
import { mailsAreDue, sendMails } from "./send-mails";

useDatabase();

/** Speaks as much SMTP as a round needs. `manner` may change while it listens. */
class MailServer {
  manner: "takes all" | "hangs up" | "knows nobody" | "is busy" = "takes all";
  calls = 0;
  readonly taken: string[] = [];
  private server: Server | undefined;
  port = 0;

  async open(): Promise<void> {
    this.server = createServer((socket) => this.talk(socket)).listen(this.port, "127.0.0.1");
    await once(this.server, "listening");
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise((closed) => server.close(closed));
  }

  private talk(socket: Socket): void {
    this.calls += 1;
    socket.on("error", () => undefined);
    if (this.manner === "hangs up") return void socket.destroy();
    let [heard, inText] = ["", false];
    socket.write("220 test ESMTP\r\n");
    socket.on("data", (data) => {
      heard += data.toString();
      for (let end = heard.indexOf("\r\n"); end >= 0; end = heard.indexOf("\r\n")) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        if (inText && line !== ".") {
          if (/^Message-ID:/i.test(line)) this.taken.push(/<(.*)@/.exec(line)![1]!);
          continue;
        }
        inText = line === "DATA";
        socket.write(`${this.answer(line)}\r\n`);
        if (line === "QUIT") socket.end();
      }
    });
  }

  private answer(line: string): string {
    if (line === "DATA") return "354 go on";
    const refuses = line.startsWith("RCPT") && line.includes("nobody@");
    return refuses && this.manner === "knows nobody" ? "550 no such mailbox" : refuses && this.manner === "is busy" ? "450 later" : "250 ok";
  }
}

const written = new Date("2026-06-01T00:00:00Z");
const after = (hours: number) => new Date(written.getTime() + hours * 3_600_000);
let server: MailServer;

beforeEach(async () => {
  await db().delete(mails);
  server = new MailServer();
  await server.open();
  process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}?ignoreTLS=true`;
  process.env.MAIL_FROM = "platform@example.test";
});

afterEach(async () => {
  delete process.env.SMTP_URL;
  delete process.env.MAIL_FROM;
  await server.close();
});

async function write(toAddress = "somebody@example.test", createdAt = written): Promise<string> {
  const id = newId(createdAt);
  await db().insert(mails).values({ id, toAddress, template: "already_registered", values: { name: "Somebody", path: "/sign-in" }, createdAt });
  return id;
}

const read = async (id: string) => (await db().select().from(mails).where(eq(mails.id, id)))[0]!;
const round = (at: Date) => withClock(at, sendMails);

test("what is unsent goes out once, oldest first, under its id", async () => {
  const later = await write("later@example.test", after(1));
  const first = await write();
  await round(after(2));
  expect(server.taken).toEqual([first, later]);
  expect(await read(first)).toMatchObject({ sentAt: after(2), attempts: 1 });
  await round(after(3));
  expect(server.taken).toEqual([first, later]);
});

test("two rounds at once send nothing twice", async () => {
  const ids = [await write(), await write(), await write()];
  await Promise.all([round(after(1)), round(after(1))]);
  await round(after(1));
  expect([...server.taken].sort()).toEqual([...ids].sort());
});

test("a server that is down for more than fifty rounds costs no mail, neither one that was written before nor one meanwhile", async () => {
  await server.close();
  const before = await write();
  for (let hour = 1; hour <= 60; hour += 1) await round(after(hour));
  const meanwhile = await write("meanwhile@example.test", after(60));
  await round(after(61));
  expect(await read(before)).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 61, lastError: expect.stringContaining("ECONNREFUSED") });
  await server.open();
  await round(after(62));
  expect(server.taken).toEqual([before, meanwhile]);
  expect(await withClock(after(63), mailsAreDue)).toBe(false);
});

test("a mail is not tried again before its time", async () => {
  await server.close();
  const id = await write();
  await round(after(1));
  const { nextAttemptAt } = await read(id);
  expect(nextAttemptAt).toEqual(new Date(after(1).getTime() + 30_000));
  const early = new Date(nextAttemptAt!.getTime() - 1);
  expect(await withClock(early, mailsAreDue)).toBe(false);
  await round(early);
  expect((await read(id)).attempts).toBe(1);
  expect(await withClock(nextAttemptAt!, mailsAreDue)).toBe(true);
  await round(nextAttemptAt!);
  expect((await read(id)).attempts).toBe(2);
});

test("after three days it is given up, and stays visible with what the server said", async () => {
  await server.close();
  const id = await write();
  await round(after(71));
  expect(await read(id)).toMatchObject({ givenUpAt: null });
  await round(after(73));
  expect(await read(id)).toMatchObject({ sentAt: null, givenUpAt: after(73), nextAttemptAt: null, attempts: 2, lastError: expect.stringContaining("ECONNREFUSED") });
  await server.open();
  await round(after(100));
  expect(server.taken).toEqual([]);
});

test("a mail that could not be tried for three days, because no worker ran, is tried all the same", async () => {
  const id = await write();
  await round(after(200));
  expect(server.taken).toEqual([id]);
});

test("a server that takes nothing is not asked for every mail of the round; all of them wait", async () => {
  server.manner = "hangs up";
  const ids = [await write(), await write(), await write(), await write("old@example.test", after(-72))];
  await round(after(1));
  expect(server.calls).toBe(2); // the first mail, and the question whether it was its fault
  expect(await Promise.all(ids.map(async (id) => (await read(id)).attempts))).toEqual([1, 1, 1, 1]);
  expect(await Promise.all(ids.map(async (id) => (await read(id)).givenUpAt))).toEqual([null, null, null, after(1)]);
  expect(await withClock(after(1), mailsAreDue)).toBe(false);
  server.manner = "takes all";
  await round(after(2));
  expect([...server.taken].sort()).toEqual(ids.slice(0, 3).sort());
});

test("a mail that the server refuses holds up no other; one to nobody is given up at once, one that is put off is not", async () => {
  server.manner = "is busy";
  const putOff = await write("nobody@example.test");
  await round(after(1));
  expect(await read(putOff)).toMatchObject({ attempts: 1, givenUpAt: null, lastError: expect.stringContaining("450") });
  server.manner = "takes all";
  await round(after(1.5));
  expect(server.taken.splice(0)).toEqual([putOff]);
  server.manner = "knows nobody";
  const refused = await write("nobody@example.test");
  const other = await write("other@example.test", after(1));
  await round(after(2));
  expect(server.taken).toEqual([other]);
  expect(await read(refused)).toMatchObject({ sentAt: null, attempts: 1, givenUpAt: after(2), nextAttemptAt: null, lastError: expect.stringContaining("550") });
});

test("no phase of a connection waits longer than ten seconds, unless the address says so", () => {
  expect(smtpTransport("smtps://name:word@mail.example.test").options).toMatchObject({ host: "mail.example.test", secure: true, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 });
  expect(smtpTransport("smtp://mail.example.test?socketTimeout=30000").options).toMatchObject({ socketTimeout: 30_000, connectionTimeout: 10_000 });
});
