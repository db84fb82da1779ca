CREATE TABLE "matched_listings" (
	"listing_id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"matched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vector_reports" (
	"id" integer PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone NOT NULL,
	"problem" text,
	"service" text,
	"worked_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text,
	"lacking" integer NOT NULL,
	CONSTRAINT "vector_reports_one" CHECK ("vector_reports"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "matches" ADD COLUMN "need_rank" integer;--> statement-breakpoint
ALTER TABLE "matches" ADD COLUMN "achievement_rank" integer;--> statement-breakpoint
ALTER TABLE "matched_listings" ADD CONSTRAINT "matched_listings_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Which list a stored pair came from was not put down: it stands on both as far as its place is among the first fifty.
UPDATE matches m SET need_rank = nullif(least(r.need_rank, 51), 51), achievement_rank = nullif(least(r.achievement_rank, 51), 51)
FROM (SELECT id, row_number() OVER (PARTITION BY need_id ORDER BY score DESC, id) AS need_rank, row_number() OVER (PARTITION BY achievement_id ORDER BY score DESC, id) AS achievement_rank FROM matches) r
WHERE r.id = m.id;--> statement-breakpoint
INSERT INTO matched_listings (listing_id, version_id, first_at, matched_at)
SELECT l.id, l.published_version_id, min(m.computed_at), max(m.computed_at) FROM listings l JOIN matches m ON (m.need_id = l.id AND m.need_version_id = l.published_version_id) OR (m.achievement_id = l.id AND m.achievement_version_id = l.published_version_id)
WHERE l.published_version_id IS NOT NULL GROUP BY l.id;
