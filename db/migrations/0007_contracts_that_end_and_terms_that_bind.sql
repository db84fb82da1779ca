ALTER TABLE "registrations" DROP CONSTRAINT "registrations_status";--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "terms_ordinal" integer;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "closing_note" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "accepted_on" date;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_closed" CHECK (("contracts"."status" in ('fulfilled', 'terminated')) = ("contracts"."closed_on" is not null and "contracts"."closing_note" is not null));--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_status" CHECK ("registrations"."status" in ('draft', 'submitted', 'accepted', 'correction', 'expert_review', 'registered', 'refused', 'changed', 'cancelled', 'undone'));