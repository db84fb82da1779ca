-- The runtime role may not read the queue; operators have to see what fails in it. Payloads stay out.
CREATE FUNCTION failed_jobs() RETURNS TABLE (id text, task text, attempts integer, max_attempts integer, last_error text, updated_at timestamptz, run_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT j.id::text, j.task_identifier, j.attempts::integer, j.max_attempts::integer, left(j.last_error, 500), j.updated_at, j.run_at
  FROM graphile_worker.jobs j WHERE j.last_error IS NOT NULL ORDER BY j.updated_at DESC LIMIT 100
$$;
