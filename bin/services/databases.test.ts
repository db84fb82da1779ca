import { expect, inject, it } from "vitest";
import { assertAnswers } from "@/bin/services/databases";
import { freePort } from "@/bin/services/ports";

it("says which database does not answer, under which name it was given, and what to do", async () => {
  const port = await freePort();
  const refused = assertAnswers("DATABASE_OWNER_URL", `postgres://owner:secret@127.0.0.1:${port}/platform`);
  await expect(refused).rejects.toThrow(`The database at postgres://owner@127.0.0.1:${port}/platform (DATABASE_OWNER_URL) cannot be used: connect ECONNREFUSED 127.0.0.1:${port}.`);
  await expect(refused).rejects.not.toThrow("secret");
});

it("says that it refuses a password or knows no such database; of one that answers nothing", async () => {
  const wrong = new URL(inject("pgAppUrl"));
  wrong.password = "not this one";
  await expect(assertAnswers("DATABASE_URL", wrong.href)).rejects.toThrow(/\(DATABASE_URL\) cannot be used: password authentication failed/);
  await assertAnswers("DATABASE_URL", inject("pgAppUrl"));
});
