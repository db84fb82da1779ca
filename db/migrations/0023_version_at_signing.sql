ALTER TABLE "contracts" ADD COLUMN "achievement_version_id" uuid;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "need_version_id" uuid;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_achievement_version_id_listing_versions_id_fk" FOREIGN KEY ("achievement_version_id") REFERENCES "public"."listing_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_need_version_id_listing_versions_id_fk" FOREIGN KEY ("need_version_id") REFERENCES "public"."listing_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contracts_achievement_version" ON "contracts" USING btree ("achievement_version_id") WHERE achievement_version_id is not null;--> statement-breakpoint
CREATE INDEX "contracts_need_version" ON "contracts" USING btree ("need_version_id") WHERE need_version_id is not null;--> statement-breakpoint
ALTER TABLE "contract_parties" ADD CONSTRAINT "contract_parties_registers" CHECK (not "contract_parties"."registers" or "contract_parties"."side" = 'seller');