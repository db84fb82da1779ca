CREATE TABLE "dishonesty_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"listed_on" date NOT NULL,
	"until_on" date,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	"ending" text,
	"ending_note" text,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "dishonesty_marks_days" CHECK ("dishonesty_marks"."until_on" is null or "dishonesty_marks"."until_on" >= "dishonesty_marks"."listed_on"),
	CONSTRAINT "dishonesty_marks_ending" CHECK ("dishonesty_marks"."ending" in ('repaired', 'mistaken')),
	CONSTRAINT "dishonesty_marks_ended" CHECK (("dishonesty_marks"."ended_at" is null) = ("dishonesty_marks"."ending" is null))
);
--> statement-breakpoint
ALTER TABLE "listings" DROP CONSTRAINT "listings_status";--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "ended_side" text;--> statement-breakpoint
ALTER TABLE "dishonesty_marks" ADD CONSTRAINT "dishonesty_marks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dishonesty_marks" ADD CONSTRAINT "dishonesty_marks_marked_by_users_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dishonesty_marks" ADD CONSTRAINT "dishonesty_marks_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dishonesty_marks_standing" ON "dishonesty_marks" USING btree ("organisation_id") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_status" CHECK ("listings"."status" in ('draft', 'pending', 'sent_back', 'refused', 'published', 'withdrawn', 'suspended', 'closed', 'discarded'));--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_ended_side" CHECK ("deals"."ended_side" in ('seller', 'buyer'));