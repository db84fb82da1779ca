import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, it } from "vitest";
import { reasonOf } from "@/bin/services/progress";

it("tells what happened, not what was asked", () => {
  expect(reasonOf(new DrizzleQueryError("select 1", [], new Error("connect ECONNREFUSED 127.0.0.1:5432")))).toBe("The database could not be asked: connect ECONNREFUSED 127.0.0.1:5432");
  expect(reasonOf(new AggregateError([new Error("connect ECONNREFUSED ::1:5432"), new Error("connect ECONNREFUSED 127.0.0.1:5432")]))).toBe("connect ECONNREFUSED ::1:5432; connect ECONNREFUSED 127.0.0.1:5432");
  expect(reasonOf(new Error("plain"))).toBe("plain");
});
