import { expect, it } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { withClock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { embedder, type Embedder } from "./embedding";
import { findVectorReport, followVectors, vectorsFail } from "./vector-report";

useDatabase();

const moment = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour));
/** As the worker's object stands after a run; what it says itself is tested in meaning.test.ts. */
const service = (name: string, state: Partial<ReturnType<Embedder["state"]>>): Embedder => ({ ...embedder({ url: "http://127.0.0.1:9/v1" }), name, state: () => ({ workedAt: null, failedAt: null, problem: null, ...state }) });

it("operators read what the worker saw: last success, last failure, what is lacking; nobody else reads it", async () => {
  const operator = { ...(await makePerson()), operator: true };
  expect(await findVectorReport(operator)).toBeNull();
  const run = (lacking: number) => () => Promise.resolve({ written: 1, lacking });
  await withClock(moment(8), () => followVectors(run(0), service("one", { workedAt: moment(8) })));
  // A new process knows of no success yet; what was seen before stays.
  await withClock(moment(9), () => followVectors(run(7), service("one", { failedAt: moment(9), problem: "connection refused" })));
  expect(await findVectorReport(operator)).toMatchObject({ service: "one", workedAt: moment(8), failedAt: moment(9), failure: "connection refused", lacking: 7, problem: null, ranAt: moment(9) });
  await expect(withClock(moment(10), () => followVectors(() => Promise.reject(new Error("search server gone")), service("one", {})))).rejects.toThrow("search server gone");
  expect(await findVectorReport(operator)).toMatchObject({ problem: "search server gone", lacking: 7, workedAt: moment(8) });
  // Another service has no history.
  await withClock(moment(11), () => followVectors(run(9), service("other", {})));
  expect(await findVectorReport(operator)).toMatchObject({ service: "other", workedAt: null, failedAt: null, failure: null, lacking: 9, problem: null });
  await expect(findVectorReport({ ...operator, operator: false })).rejects.toBeInstanceOf(NotFound);
});

it("fails are those of the service in use, since its last success, and a run that broke off", () => {
  const report = { id: 1, ranAt: moment(9), problem: null, service: "one", lacking: 0, workedAt: moment(8), failedAt: moment(9), failure: "refused" };
  const one = service("one", {});
  expect(vectorsFail(null, one)).toBe(false);
  expect(vectorsFail(report, one)).toBe(true);
  expect(vectorsFail({ ...report, workedAt: moment(10) }, one)).toBe(false);
  expect(vectorsFail(report, service("other", {}))).toBe(false);
  expect(vectorsFail(report, null)).toBe(false);
  expect(vectorsFail({ ...report, failedAt: null, problem: "search server gone" }, null)).toBe(true);
});
