CREATE INDEX "contract_parties_user" ON "contract_parties" USING btree ("user_id") WHERE user_id is not null;--> statement-breakpoint
-- As in 0020, and the names of those who completed an achievement, where everybody may read them.
CREATE OR REPLACE VIEW public_listings AS
SELECT l.id, l.kind, l.number, l.published_at, l.demo, l.published_version_id AS version_id,
  coalesce(a.title, n.title) AS title,
  CASE WHEN l.kind = 'need' THEN left(n.problem, 200) WHEN coalesce(a.audience->>'summary', 'public') = 'public' THEN a.summary ELSE '' END AS summary,
  concat_ws(E'\n',
    CASE WHEN coalesce(a.audience->>'description', 'public') = 'public' THEN a.description END,
    CASE WHEN coalesce(a.audience->>'scenes', 'public') = 'public' THEN array_to_string(a.scenes, E'\n') END,
    CASE WHEN coalesce(a.audience->>'advantages', 'public') = 'public' THEN (SELECT string_agg(concat_ws(' ', x->>'indicator', x->>'ours', x->>'unit'), E'\n') FROM jsonb_array_elements(a.advantages) x) END,
    CASE WHEN coalesce(a.audience->>'ip', 'public') = 'public' THEN (SELECT string_agg(nullif(concat_ws(' ', x->>'title', x->>'number', nullif(closed, x->>'number'), nullif(regexp_replace(closed, '^(ZL|CN)', '', 'i'), closed)), ''), E'\n')
      FROM jsonb_array_elements(a.ip) x CROSS JOIN LATERAL (SELECT regexp_replace(x->>'number', '\s', '', 'g') AS closed) gapless) END,
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
  CASE WHEN a.price_kind <> 'negotiable' AND coalesce(a.audience->>'price', 'public') = 'public' THEN a.price_fen END AS price_fen,
  CASE WHEN n.budget_kind <> 'negotiable' AND coalesce(n.audience->>'budget', 'public') = 'public' THEN n.budget_min_fen END AS budget_min_fen,
  CASE WHEN n.budget_kind <> 'negotiable' AND coalesce(n.audience->>'budget', 'public') = 'public' THEN n.budget_max_fen END AS budget_max_fen,
  n.deadline,
  CASE WHEN coalesce(n.audience->>'elements', 'public') = 'public' THEN n.elements END AS elements,
  CASE WHEN coalesce(n.anonymous, false) THEN NULL ELSE o.id END AS organisation_id,
  CASE WHEN coalesce(n.anonymous, false) THEN coalesce(nullif(n.alias, ''), '匿名企业') ELSE coalesce(o.verified_name, o.name) END AS organisation_name,
  CASE WHEN coalesce(CASE WHEN l.kind = 'achievement' THEN a.audience->>'price' ELSE n.audience->>'budget' END, 'public') <> 'public' THEN 'withheld'
    WHEN l.kind = 'achievement' THEN a.price_kind ELSE n.budget_kind END AS money,
  CASE WHEN coalesce(a.audience->>'completers', 'public') = 'public' THEN (SELECT array_agg(x->>'name' ORDER BY place) FROM jsonb_array_elements(a.completers) WITH ORDINALITY AS y (x, place) WHERE coalesce(x->>'name', '') <> '') END AS people
FROM listings l
JOIN organisations o ON o.id = l.organisation_id
LEFT JOIN achievement_versions a ON a.version_id = l.published_version_id AND l.kind = 'achievement'
LEFT JOIN need_versions n ON n.version_id = l.published_version_id AND l.kind = 'need'
WHERE l.status = 'published' AND o.suspended_at IS NULL;
