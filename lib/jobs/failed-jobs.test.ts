import pg from "pg";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { NotFound } from "@/lib/core/errors";
import { listFailedJobs } from "./failed-jobs";

const urls = useDatabase();

it("operators see which jobs failed, how often and why, without what they carried; nobody else does", async () => {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  try {
    await owner.query("select graphile_worker.add_job('send-digests', '{\"secret\": 1}'), graphile_worker.add_job('keep-vectors', '{}', max_attempts => 1), graphile_worker.add_job('follow')");
    await owner.query("update graphile_worker._private_jobs j set attempts = 1, last_error = t.identifier || ' broke' from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier <> 'follow'");
  } finally {
    await owner.end();
  }
  const operator = { ...(await makePerson()), operator: true };
  const failed = (await listFailedJobs(operator)).sort((a, b) => (a.task < b.task ? -1 : 1));
  expect(failed).toMatchObject([
    { task: "keep-vectors", attempts: 1, maxAttempts: 1, lastError: "keep-vectors broke", againAt: null },
    { task: "send-digests", attempts: 1, maxAttempts: 25, lastError: "send-digests broke", againAt: expect.any(Date) },
  ]);
  expect(JSON.stringify(failed)).not.toContain("secret");
  await expect(listFailedJobs({ ...operator, operator: false })).rejects.toBeInstanceOf(NotFound);
  // The queue itself stays closed to the runtime role.
  await expect(db().execute("select * from graphile_worker._private_jobs")).rejects.toThrow();
});
