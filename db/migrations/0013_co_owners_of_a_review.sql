ALTER TABLE "reviews" ADD COLUMN "co_owners" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "reviews" r SET "co_owners" = a."co_owners" FROM "achievement_versions" a WHERE a."version_id" = r."version_id" AND cardinality(a."co_owners") > 0;
