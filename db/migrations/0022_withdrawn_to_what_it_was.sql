ALTER TABLE "registrations" ADD COLUMN "submitted_from" text;--> statement-breakpoint
CREATE INDEX "contracts_newest" ON "contracts" USING btree ("signed_on" DESC NULLS FIRST,"number" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_submitted_from" CHECK ("registrations"."submitted_from" in ('draft', 'correction', 'refused'));