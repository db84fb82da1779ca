DROP INDEX "reported_values_one";--> statement-breakpoint
DROP INDEX "targets_one";--> statement-breakpoint
ALTER TABLE "reported_values" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "reported_values_standing" ON "reported_values" USING btree ("indicator","scope_kind","scope_code","year") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "targets_standing" ON "targets" USING btree ("indicator","scope_kind","scope_code","year") WHERE ended_at is null;