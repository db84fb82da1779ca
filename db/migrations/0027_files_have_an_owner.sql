ALTER TABLE "files" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_organisation" ON "files" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "files_bytes" ON "files" USING btree ("sha256");--> statement-breakpoint
UPDATE "files" f SET "organisation_id" = l."organisation_id" FROM "listing_versions" v JOIN "listings" l ON l."id" = v."listing_id" WHERE f."subject_kind" = 'listing_version' AND v."id" = f."subject_id";--> statement-breakpoint
UPDATE "files" f SET "organisation_id" = m."organisation_id" FROM "imports" i, "memberships" m, "organisations" o
  WHERE f."subject_kind" = 'import' AND i."id" = f."subject_id" AND m."user_id" = f."uploaded_by" AND o."id" = m."organisation_id" AND o."kind" = 'bureau';--> statement-breakpoint
-- The side of the deal of which the uploader is a member, and not its broker.
UPDATE "files" f SET "organisation_id" = m."organisation_id" FROM "deals" d, "memberships" m
  WHERE f."subject_kind" = 'deal' AND d."id" = f."subject_id" AND m."user_id" = f."uploaded_by" AND m."organisation_id" IN (d."seller_id", d."buyer_id")
    AND NOT EXISTS (SELECT 1 FROM "deal_participants" p WHERE p."deal_id" = d."id" AND p."user_id" = f."uploaded_by" AND p."role" = 'broker');
