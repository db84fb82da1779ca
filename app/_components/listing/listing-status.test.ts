import { expect, test } from "vitest";
import { withClock } from "@/lib/core/clock";
import { statusLooks } from "./listing-status";

const keys = (facts: Partial<Parameters<typeof statusLooks>[0]>) => withClock(new Date("2026-11-01T04:00:00Z"), () => Promise.resolve(statusLooks({ kind: "need", status: "published", revision: "none", ...facts }).map(({ key }) => key)));

test("at most two words: the state and what stands beside it; what has come of a record is said of public ones", async () => {
  expect(await keys({ deadline: "2027-01-01" })).toEqual(["open"]);
  expect(await keys({ deadline: "2027-01-01", progress: "talking" })).toEqual(["talking"]);
  expect(await keys({ deadline: "2026-11-05" })).toEqual(["soon"]);
  expect(await keys({ deadline: "2026-11-05", progress: "talking" })).toEqual(["talking", "soon"]);
  expect(await keys({ deadline: "2026-11-05", progress: "talking", revision: "draft" })).toEqual(["talking", "revision_draft"]);
  expect(await keys({ deadline: "2026-10-05", progress: "talking" })).toEqual(["over"]);
  expect(await keys({ kind: "achievement", progress: "converted" })).toEqual(["converted"]);
  expect(await keys({ kind: "achievement", progress: "converted", status: "withdrawn" })).toEqual(["withdrawn"]);
});
