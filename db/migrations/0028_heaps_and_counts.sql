CREATE TABLE "postponed" (
	"reader" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "postponed_reader_subject_id_pk" PRIMARY KEY("reader","subject_id")
);
--> statement-breakpoint
ALTER TABLE "matched_listings" ADD COLUMN "count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "matched_listings" ADD COLUMN "high" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- As if each had just been compared; from now on that writes them.
UPDATE "matched_listings" r SET "count" = c.n, "high" = c.high
FROM (SELECT id, count(*) AS n, count(*) FILTER (WHERE level = 'high') AS high FROM (SELECT need_id AS id, level FROM "matches" UNION ALL SELECT achievement_id, level FROM "matches") m GROUP BY id) c WHERE c.id = r.listing_id;
