CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- Rows point to the event that wrote them; the event is written last in the same transaction, hence deferred.
ALTER TABLE contracts ADD CONSTRAINT contracts_event FOREIGN KEY (event_at, event_id) REFERENCES events (at, id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_event FOREIGN KEY (event_at, event_id) REFERENCES events (at, id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_reverses FOREIGN KEY (reverses_id) REFERENCES ledger_entries (id);--> statement-breakpoint
ALTER TABLE credential_requests ADD CONSTRAINT credential_requests_event FOREIGN KEY (event_at, event_id) REFERENCES events (at, id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE event_subjects ADD CONSTRAINT event_subjects_event FOREIGN KEY (event_at, event_id) REFERENCES events (at, id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE event_inbox ADD CONSTRAINT event_inbox_event FOREIGN KEY (event_at, event_id) REFERENCES events (at, id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE listings ADD CONSTRAINT listings_published_version FOREIGN KEY (published_version_id) REFERENCES listing_versions (id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE listings ADD CONSTRAINT listings_working_version FOREIGN KEY (working_version_id) REFERENCES listing_versions (id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();--> statement-breakpoint
CREATE TRIGGER event_subjects_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_subjects FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();--> statement-breakpoint
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();--> statement-breakpoint
-- The runtime role cannot call graphile_worker.add_job itself; this is the only job that it may ask for.
CREATE FUNCTION wake_worker() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job('follow', '{}'::json, job_key => 'follow', max_attempts => 1000);
END $$;--> statement-breakpoint
-- What anyone may read of what is published: the source of the search index and of the simple search. A field whose
-- audience is not the public is empty here, so neither can show it.
CREATE VIEW public_listings AS
SELECT l.id, l.kind, l.number, l.published_at, l.demo, l.published_version_id AS version_id,
  coalesce(a.title, n.title) AS title,
  CASE WHEN l.kind = 'need' THEN left(n.problem, 200) WHEN coalesce(a.audience->>'summary', 'public') = 'public' THEN a.summary ELSE '' END AS summary,
  concat_ws(E'\n',
    CASE WHEN coalesce(a.audience->>'description', 'public') = 'public' THEN a.description END,
    CASE WHEN coalesce(a.audience->>'scenes', 'public') = 'public' THEN array_to_string(a.scenes, E'\n') END,
    CASE WHEN coalesce(a.audience->>'advantages', 'public') = 'public' THEN (SELECT string_agg(concat_ws(' ', x->>'indicator', x->>'ours', x->>'unit'), E'\n') FROM jsonb_array_elements(a.advantages) x) END,
    n.problem,
    CASE WHEN coalesce(n.audience->>'elements', 'public') = 'public' THEN (SELECT string_agg(value, E'\n') FROM jsonb_each_text(n.elements) WHERE value <> '') END,
    CASE WHEN coalesce(n.audience->>'indicators', 'public') = 'public' THEN (SELECT string_agg(concat_ws(' ', x->>'name', x->>'target', x->>'unit'), E'\n') FROM jsonb_array_elements(n.indicators) x) END
  ) AS body,
  coalesce(a.keywords, n.keywords) AS keywords,
  coalesce(a.industry_code, n.industry_code) AS industry,
  coalesce(a.field_code, n.field_code) AS field,
  coalesce(a.direction_code, n.direction_code) AS direction,
  coalesce(a.district_code, n.district_code) AS district,
  coalesce(a.maturity, n.required_maturity) AS maturity,
  coalesce(a.modes, n.modes) AS modes,
  CASE WHEN l.kind = 'achievement' AND coalesce(a.audience->>'ip', 'public') = 'public'
    THEN coalesce((SELECT array_agg(DISTINCT x->>'kind') FROM jsonb_array_elements(a.ip) x), '{}') ELSE '{}' END AS ip_kinds,
  CASE WHEN coalesce(a.audience->>'price', 'public') = 'public' THEN a.price_fen END AS price_fen,
  CASE WHEN coalesce(n.audience->>'budget', 'public') = 'public' THEN n.budget_min_fen END AS budget_min_fen,
  CASE WHEN coalesce(n.audience->>'budget', 'public') = 'public' THEN n.budget_max_fen END AS budget_max_fen,
  n.deadline,
  CASE WHEN coalesce(n.audience->>'elements', 'public') = 'public' THEN n.elements END AS elements,
  CASE WHEN coalesce(n.anonymous, false) THEN NULL ELSE o.id END AS organisation_id,
  CASE WHEN coalesce(n.anonymous, false) THEN coalesce(nullif(n.alias, ''), '匿名企业') ELSE o.name END AS organisation_name
FROM listings l
JOIN organisations o ON o.id = l.organisation_id
LEFT JOIN achievement_versions a ON a.version_id = l.published_version_id AND l.kind = 'achievement'
LEFT JOIN need_versions n ON n.version_id = l.published_version_id AND l.kind = 'need'
WHERE l.status = 'published' AND o.suspended_at IS NULL;
