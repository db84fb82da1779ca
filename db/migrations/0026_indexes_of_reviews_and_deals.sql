CREATE INDEX "reviews_decided" ON "reviews" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "reviews_subject" ON "reviews" USING btree ("subject_kind","subject_id","opened_at");--> statement-breakpoint
CREATE INDEX "deal_participants_user" ON "deal_participants" USING btree ("user_id","status");--> statement-breakpoint
CREATE INDEX "deals_achievement" ON "deals" USING btree ("achievement_id");--> statement-breakpoint
CREATE INDEX "deals_need" ON "deals" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "interests_from" ON "interests" USING btree ("from_organisation_id","status");--> statement-breakpoint
CREATE INDEX "interests_target" ON "interests" USING btree ("target_listing_id");--> statement-breakpoint
CREATE INDEX "interests_own" ON "interests" USING btree ("own_listing_id");