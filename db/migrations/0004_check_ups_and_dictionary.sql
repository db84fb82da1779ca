CREATE TABLE "readings" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"lock" integer NOT NULL,
	"method" text NOT NULL,
	"found" jsonb NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "term_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"term" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "term_corrections_kind" CHECK ("term_corrections"."kind" in ('added', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "checkups" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"score" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"similar" jsonb,
	"method" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "checkups_score" CHECK ("checkups"."score" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "dictionary_editions" (
	"version" integer PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	"done" integer DEFAULT 0 NOT NULL,
	"problem" text,
	CONSTRAINT "dictionary_editions_state" CHECK ("dictionary_editions"."state" in ('waiting', 'applying', 'applied', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "dictionary_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"members" text[] NOT NULL,
	"field_code" text,
	"note" text,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"retired_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "dictionary_entries_kind" CHECK ("dictionary_entries"."kind" in ('word', 'synonym', 'stop')),
	CONSTRAINT "dictionary_entries_members" CHECK (("dictionary_entries"."kind" = 'synonym' and cardinality("dictionary_entries"."members") >= 2) or ("dictionary_entries"."kind" <> 'synonym' and cardinality("dictionary_entries"."members") = 1))
);
--> statement-breakpoint
CREATE TABLE "name_initials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"initials" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sample_queries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"query" text NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_version_id_listing_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."listing_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_corrections" ADD CONSTRAINT "term_corrections_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_corrections" ADD CONSTRAINT "term_corrections_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_corrections" ADD CONSTRAINT "term_corrections_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkups" ADD CONSTRAINT "checkups_version_id_listing_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."listing_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dictionary_editions" ADD CONSTRAINT "dictionary_editions_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dictionary_entries" ADD CONSTRAINT "dictionary_entries_field_code_taxonomy_terms_code_fk" FOREIGN KEY ("field_code") REFERENCES "public"."taxonomy_terms"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dictionary_entries" ADD CONSTRAINT "dictionary_entries_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dictionary_entries" ADD CONSTRAINT "dictionary_entries_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dictionary_entries" ADD CONSTRAINT "dictionary_entries_retired_by_users_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_queries" ADD CONSTRAINT "sample_queries_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "term_corrections_standing" ON "term_corrections" USING btree ("listing_id","term") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "term_corrections_listing" ON "term_corrections" USING btree ("listing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dictionary_editions_one_in_work" ON "dictionary_editions" USING btree ("state") WHERE state in ('waiting', 'applying');--> statement-breakpoint
CREATE INDEX "dictionary_entries_kind_at" ON "dictionary_entries" USING btree ("kind","added_at");--> statement-breakpoint
CREATE INDEX "name_initials_like" ON "name_initials" USING gin ("initials" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "sample_queries_standing" ON "sample_queries" USING btree ("query") WHERE removed_at is null;