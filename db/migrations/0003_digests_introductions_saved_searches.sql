CREATE TABLE "match_news" (
	"need_id" uuid NOT NULL,
	"achievement_id" uuid NOT NULL,
	"level" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"collected_at" timestamp with time zone,
	CONSTRAINT "match_news_need_id_achievement_id_pk" PRIMARY KEY("need_id","achievement_id")
);
--> statement-breakpoint
CREATE TABLE "match_views" (
	"need_id" uuid NOT NULL,
	"achievement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "match_views_need_id_achievement_id_organisation_id_pk" PRIMARY KEY("need_id","achievement_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "broker_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"broker_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"achievement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"due_on" date,
	"marked_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "broker_marks_kind" CHECK ("broker_marks"."kind" in ('contacted', 'later', 'aside'))
);
--> statement-breakpoint
CREATE TABLE "introductions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"broker_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"achievement_id" uuid NOT NULL,
	"side" text NOT NULL,
	"message" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "introductions_side" CHECK ("introductions"."side" in ('both', 'achievement', 'need'))
);
--> statement-breakpoint
CREATE TABLE "digest_matches" (
	"user_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"achievement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"level" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"digest_id" uuid,
	CONSTRAINT "digest_matches_user_id_need_id_achievement_id_pk" PRIMARY KEY("user_id","need_id","achievement_id")
);
--> statement-breakpoint
CREATE TABLE "digest_settings" (
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"threshold" text NOT NULL,
	"frequency" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "digest_settings_user_id_organisation_id_pk" PRIMARY KEY("user_id","organisation_id"),
	CONSTRAINT "digest_settings_threshold" CHECK ("digest_settings"."threshold" in ('high', 'good', 'none')),
	CONSTRAINT "digest_settings_frequency" CHECK ("digest_settings"."frequency" in ('at_once', 'daily', 'weekly'))
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_search_hits" (
	"search_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"digest_id" uuid,
	CONSTRAINT "saved_search_hits_search_id_listing_id_pk" PRIMARY KEY("search_id","listing_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"frequency" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_searches_frequency" CHECK ("saved_searches"."frequency" in ('none', 'at_once', 'daily', 'weekly'))
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "lines" jsonb;--> statement-breakpoint
ALTER TABLE "match_news" ADD CONSTRAINT "match_news_need_id_listings_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_news" ADD CONSTRAINT "match_news_achievement_id_listings_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_views" ADD CONSTRAINT "match_views_need_id_listings_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_views" ADD CONSTRAINT "match_views_achievement_id_listings_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_views" ADD CONSTRAINT "match_views_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_marks" ADD CONSTRAINT "broker_marks_broker_id_brokers_id_fk" FOREIGN KEY ("broker_id") REFERENCES "public"."brokers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_marks" ADD CONSTRAINT "broker_marks_need_id_listings_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_marks" ADD CONSTRAINT "broker_marks_achievement_id_listings_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_broker_id_brokers_id_fk" FOREIGN KEY ("broker_id") REFERENCES "public"."brokers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_need_id_listings_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_achievement_id_listings_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_matches" ADD CONSTRAINT "digest_matches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_matches" ADD CONSTRAINT "digest_matches_need_id_listings_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_matches" ADD CONSTRAINT "digest_matches_achievement_id_listings_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_matches" ADD CONSTRAINT "digest_matches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_matches" ADD CONSTRAINT "digest_matches_digest_id_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_settings" ADD CONSTRAINT "digest_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_settings" ADD CONSTRAINT "digest_settings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_hits" ADD CONSTRAINT "saved_search_hits_search_id_saved_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_searches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_hits" ADD CONSTRAINT "saved_search_hits_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_hits" ADD CONSTRAINT "saved_search_hits_digest_id_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_news_waiting" ON "match_news" USING btree ("found_at") WHERE collected_at is null;--> statement-breakpoint
CREATE INDEX "broker_marks_pair" ON "broker_marks" USING btree ("broker_id","need_id","achievement_id","marked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "introductions_once" ON "introductions" USING btree ("broker_id","need_id","achievement_id");--> statement-breakpoint
CREATE INDEX "introductions_need" ON "introductions" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "introductions_achievement" ON "introductions" USING btree ("achievement_id");--> statement-breakpoint
CREATE INDEX "introductions_broker" ON "introductions" USING btree ("broker_id","made_at");--> statement-breakpoint
CREATE INDEX "digest_matches_waiting" ON "digest_matches" USING btree ("user_id") WHERE digest_id is null;--> statement-breakpoint
CREATE INDEX "digest_matches_digest" ON "digest_matches" USING btree ("digest_id");--> statement-breakpoint
CREATE INDEX "digests_user" ON "digests" USING btree ("user_id","told_at");--> statement-breakpoint
CREATE INDEX "saved_search_hits_waiting" ON "saved_search_hits" USING btree ("search_id") WHERE digest_id is null;--> statement-breakpoint
CREATE INDEX "saved_search_hits_digest" ON "saved_search_hits" USING btree ("digest_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_once" ON "saved_searches" USING btree ("user_id","query") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "saved_searches_running" ON "saved_searches" USING btree ("id") WHERE removed_at is null and paused_at is null;--> statement-breakpoint
CREATE INDEX "matches_market" ON "matches" USING btree ("score") WHERE level in ('high', 'good');