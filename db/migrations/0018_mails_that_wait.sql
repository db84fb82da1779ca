-- Both empty for what is unsent: it is tried with the next round, also what the old version stopped trying after its fifty rounds.
ALTER TABLE "mails" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "given_up_at" timestamp with time zone;--> statement-breakpoint
-- But nobody wants last month's mail: what was stopped and is older than three days stays given up.
UPDATE "mails" SET "given_up_at" = now() WHERE "sent_at" IS NULL AND "attempts" >= 50 AND "created_at" < now() - interval '3 days';
