CREATE TABLE "credential_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"event_at" timestamp with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "credential_requests_purpose" CHECK ("credential_requests"."purpose" in ('verify_email', 'reset_password'))
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"granted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"consent_version" text NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"suspended_at" timestamp with time zone,
	"suspended_reason" text,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_status" CHECK ("invitations"."status" in ('pending', 'accepted', 'revoked', 'expired')),
	CONSTRAINT "invitations_roles" CHECK (cardinality("invitations"."roles") > 0 and "invitations"."roles" <@ array['administrator', 'editor', 'viewer', 'reviewer', 'director'])
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"message" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "join_requests_status" CHECK ("join_requests"."status" in ('pending', 'accepted', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "memberships_user_id_organisation_id_pk" PRIMARY KEY("user_id","organisation_id"),
	CONSTRAINT "memberships_roles" CHECK (cardinality("memberships"."roles") > 0 and "memberships"."roles" <@ array['administrator', 'editor', 'viewer', 'reviewer', 'director'])
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	"kind" text NOT NULL,
	"credit_code" text,
	"district_code" text,
	"nature" text,
	"introduction" text,
	"address" text,
	"contact_name" text,
	"contact_phone" text,
	"verification" text DEFAULT 'unverified' NOT NULL,
	"verification_remarks" jsonb,
	"verified_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisations_creditCode_unique" UNIQUE("credit_code"),
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('university', 'enterprise', 'agency', 'bureau')),
	CONSTRAINT "organisations_verification" CHECK ("organisations"."verification" in ('unverified', 'pending', 'verified', 'sent_back')),
	CONSTRAINT "organisations_credit_code" CHECK ("organisations"."credit_code" ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
	CONSTRAINT "organisations_slug" CHECK ("organisations"."slug" ~ '^[a-z0-9][a-z0-9-]{1,60}$')
);
--> statement-breakpoint
CREATE TABLE "brokers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid,
	"introduction" text NOT NULL,
	"certificate" text,
	"field_codes" text[] DEFAULT '{}' NOT NULL,
	"district_code" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"remark" text,
	"applied_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "brokers_userId_unique" UNIQUE("user_id"),
	CONSTRAINT "brokers_status" CHECK ("brokers"."status" in ('pending', 'approved', 'sent_back', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"list" text NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text,
	"name_ru" text,
	"parent_code" text,
	"sort" integer DEFAULT 0 NOT NULL,
	"source" text,
	"effective_from" date,
	"effective_to" date,
	CONSTRAINT "codes_list_code_pk" PRIMARY KEY("list","code")
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"key" text NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"value" jsonb NOT NULL,
	"unit" text,
	"source_title" text NOT NULL,
	"issuer" text,
	"source_date" text,
	"verified" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rules_key_effective_from_pk" PRIMARY KEY("key","effective_from")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_terms" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"parent_code" text,
	"name_zh" text NOT NULL,
	"name_en" text,
	"tech_area" text NOT NULL,
	"text" text,
	"sort" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "achievement_versions" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"industry_code" text,
	"field_code" text,
	"direction_code" text,
	"tech_area" text,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"maturity" integer,
	"ip" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"scenes" text[] DEFAULT '{}' NOT NULL,
	"advantages" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"modes" text[] DEFAULT '{}' NOT NULL,
	"price_kind" text DEFAULT 'negotiable' NOT NULL,
	"price_fen" bigint,
	"co_owners" text[] DEFAULT '{}' NOT NULL,
	"completers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"district_code" text,
	"audience" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "achievement_versions_maturity" CHECK ("achievement_versions"."maturity" between 1 and 13),
	CONSTRAINT "achievement_versions_price" CHECK ("achievement_versions"."price_fen" >= 0 and abs("achievement_versions"."price_fen") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "listing_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"status" text DEFAULT 'working' NOT NULL,
	"lock" integer DEFAULT 0 NOT NULL,
	"editing_session" uuid,
	"secrecy_reviewed_by" text,
	"secrecy_reviewed_on" date,
	"export_control" text,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid,
	CONSTRAINT "listing_versions_status" CHECK ("listing_versions"."status" in ('working', 'pending', 'sent_back', 'published', 'superseded', 'refused', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"revision" text DEFAULT 'none' NOT NULL,
	"published_version_id" uuid,
	"working_version_id" uuid,
	"published_at" timestamp with time zone,
	"status_reason" text,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "listings_number_unique" UNIQUE("number"),
	CONSTRAINT "listings_kind" CHECK ("listings"."kind" in ('achievement', 'need')),
	CONSTRAINT "listings_status" CHECK ("listings"."status" in ('draft', 'pending', 'sent_back', 'refused', 'published', 'withdrawn', 'suspended', 'closed')),
	CONSTRAINT "listings_revision" CHECK ("listings"."revision" in ('none', 'draft', 'pending', 'sent_back')),
	CONSTRAINT "listings_published_has_version" CHECK ("listings"."status" not in ('published', 'withdrawn', 'suspended', 'closed') or "listings"."published_version_id" is not null),
	CONSTRAINT "listings_revision_beside_published" CHECK ("listings"."revision" = 'none' or "listings"."published_version_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "need_versions" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"elements" jsonb DEFAULT '{"material":null,"method":null,"effect":null,"product":null,"application":null}'::jsonb NOT NULL,
	"indicators" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"industry_code" text,
	"field_code" text,
	"direction_code" text,
	"tech_area" text,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"required_maturity" integer,
	"budget_kind" text DEFAULT 'negotiable' NOT NULL,
	"budget_min_fen" bigint,
	"budget_max_fen" bigint,
	"deadline" date,
	"modes" text[] DEFAULT '{}' NOT NULL,
	"district_code" text,
	"not_sought" text DEFAULT '' NOT NULL,
	"anonymous" boolean DEFAULT false NOT NULL,
	"alias" text,
	"audience" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "need_versions_maturity" CHECK ("need_versions"."required_maturity" between 1 and 13),
	CONSTRAINT "need_versions_budget" CHECK ("need_versions"."budget_min_fen" >= 0 and "need_versions"."budget_max_fen" >= "need_versions"."budget_min_fen" and abs("need_versions"."budget_max_fen") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "review_remarks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"field" text NOT NULL,
	"text" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "review_remarks_status" CHECK ("review_remarks"."status" in ('open', 'changed', 'explained'))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"version_id" uuid,
	"title" text NOT NULL,
	"organisation_id" uuid,
	"organisation_name" text NOT NULL,
	"round" integer NOT NULL,
	"attention" text,
	"status" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_on" text NOT NULL,
	"claimed_by" uuid,
	"claimed_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "reviews_status" CHECK ("reviews"."status" in ('open', 'claimed', 'approved', 'sent_back', 'refused', 'withdrawn')),
	CONSTRAINT "reviews_subject_kind" CHECK ("reviews"."subject_kind" in ('achievement', 'need', 'broker')),
	CONSTRAINT "reviews_claimed" CHECK (("reviews"."status" <> 'claimed') or ("reviews"."claimed_by" is not null and "reviews"."claimed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"audience" text DEFAULT 'registered' NOT NULL,
	"uploaded_by" uuid,
	"uploaded_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "files_audience" CHECK ("files"."audience" in ('public', 'registered', 'deal'))
);
--> statement-breakpoint
CREATE TABLE "match_judgements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"need_id" uuid NOT NULL,
	"achievement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"judged_by" uuid NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "match_judgements_reason" CHECK ("match_judgements"."reason" in ('too_early', 'price', 'already_known', 'wrong_field', 'unclear', 'other'))
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"need_id" uuid NOT NULL,
	"achievement_id" uuid NOT NULL,
	"need_version_id" uuid NOT NULL,
	"achievement_version_id" uuid NOT NULL,
	"score" double precision NOT NULL,
	"level" text NOT NULL,
	"parts" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"method" text NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "matches_score" CHECK ("matches"."score" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "deal_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"deal_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"organisation_id" uuid,
	"text" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deal_participants" (
	"deal_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"invited_by" uuid,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "deal_participants_deal_id_user_id_pk" PRIMARY KEY("deal_id","user_id"),
	CONSTRAINT "deal_participants_role" CHECK ("deal_participants"."role" in ('seller', 'buyer', 'broker')),
	CONSTRAINT "deal_participants_status" CHECK ("deal_participants"."status" in ('invited', 'active', 'declined', 'left'))
);
--> statement-breakpoint
CREATE TABLE "deal_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"deal_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"content" jsonb NOT NULL,
	"proposed_side" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"agreed_by" uuid,
	"agreed_at" timestamp with time zone,
	CONSTRAINT "deal_terms_side" CHECK ("deal_terms"."proposed_side" in ('seller', 'buyer'))
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"interest_id" uuid NOT NULL,
	"achievement_id" uuid,
	"need_id" uuid,
	"seller_id" uuid NOT NULL,
	"buyer_id" uuid NOT NULL,
	"stage" text DEFAULT 'negotiation' NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"next_step" text,
	"next_side" text,
	"next_due" text,
	"stage_since" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"end_note" text,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "deals_number_unique" UNIQUE("number"),
	CONSTRAINT "deals_interestId_unique" UNIQUE("interest_id"),
	CONSTRAINT "deals_stage" CHECK ("deals"."stage" in ('negotiation', 'terms', 'signing', 'signed')),
	CONSTRAINT "deals_status" CHECK ("deals"."status" in ('open', 'completed', 'ended')),
	CONSTRAINT "deals_two_parties" CHECK ("deals"."seller_id" <> "deals"."buyer_id"),
	CONSTRAINT "deals_ended" CHECK (("deals"."status" = 'ended') = ("deals"."end_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "disclosures" (
	"listing_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"deal_id" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "disclosures_listing_id_organisation_id_deal_id_pk" PRIMARY KEY("listing_id","organisation_id","deal_id")
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"target_listing_id" uuid NOT NULL,
	"own_listing_id" uuid,
	"from_organisation_id" uuid NOT NULL,
	"to_organisation_id" uuid NOT NULL,
	"message" text NOT NULL,
	"status" text DEFAULT 'sent' NOT NULL,
	"reason" text,
	"answer" text,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "interests_status" CHECK ("interests"."status" in ('sent', 'accepted', 'declined', 'withdrawn', 'expired')),
	CONSTRAINT "interests_two_parties" CHECK ("interests"."from_organisation_id" <> "interests"."to_organisation_id")
);
--> statement-breakpoint
CREATE TABLE "contract_parties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"side" text NOT NULL,
	"position" integer NOT NULL,
	"share_basis_points" integer,
	"registers" boolean DEFAULT false NOT NULL,
	"organisation_id" uuid,
	"user_id" uuid,
	"name" text NOT NULL,
	"credit_code" text,
	"nature" text,
	"district_code" text,
	"country" text DEFAULT 'CN' NOT NULL,
	CONSTRAINT "contract_parties_side" CHECK ("contract_parties"."side" in ('seller', 'buyer', 'broker')),
	CONSTRAINT "contract_parties_share" CHECK (("contract_parties"."side" = 'broker') = ("contract_parties"."share_basis_points" is null) and "contract_parties"."share_basis_points" between 1 and 10000),
	CONSTRAINT "contract_parties_place" CHECK ("contract_parties"."side" = 'broker' or "contract_parties"."district_code" is not null or "contract_parties"."country" <> 'CN')
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"origin" text NOT NULL,
	"deal_id" uuid,
	"import_id" uuid,
	"title" text NOT NULL,
	"type" text NOT NULL,
	"sub_type" text,
	"total_fen" bigint NOT NULL,
	"technical_fen" bigint NOT NULL,
	"signed_on" date NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"field_code" text,
	"tech_area" text NOT NULL,
	"ip_kind" text,
	"plan_source" text,
	"payment" text,
	"status" text DEFAULT 'signed' NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"event_at" timestamp with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "contracts_number_unique" UNIQUE("number"),
	CONSTRAINT "contracts_origin" CHECK ("contracts"."origin" in ('deal', 'ledger')),
	CONSTRAINT "contracts_origin_source" CHECK (("contracts"."origin" = 'deal') = ("contracts"."deal_id" is not null) and ("contracts"."origin" = 'ledger') = ("contracts"."import_id" is not null)),
	CONSTRAINT "contracts_type" CHECK ("contracts"."type" in ('development', 'service', 'transfer', 'license', 'consulting')),
	CONSTRAINT "contracts_status" CHECK ("contracts"."status" in ('signed', 'fulfilled', 'terminated', 'undone')),
	CONSTRAINT "contracts_amounts" CHECK ("contracts"."total_fen" > 0 and "contracts"."technical_fen" >= 0 and "contracts"."technical_fen" <= "contracts"."total_fen" and abs("contracts"."total_fen") <= 9007199254740991),
	CONSTRAINT "contracts_dates" CHECK ("contracts"."ends_on" is null or "contracts"."starts_on" is null or "contracts"."ends_on" >= "contracts"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"raw" jsonb NOT NULL,
	"parsed" jsonb,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"contract_id" uuid,
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"total_rows" integer DEFAULT 0 NOT NULL,
	"good_rows" integer DEFAULT 0 NOT NULL,
	"bad_rows" integer DEFAULT 0 NOT NULL,
	"total_fen" bigint DEFAULT 0 NOT NULL,
	"imported_rows" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "imports_status" CHECK ("imports"."status" in ('checking', 'checked', 'importing', 'imported', 'undoing', 'undone', 'failed', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"counts_on" date NOT NULL,
	"amount_fen" bigint NOT NULL,
	"technical_fen" bigint NOT NULL,
	"contracts" integer NOT NULL,
	"contract_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"reverses_id" uuid,
	"type" text NOT NULL,
	"sub_type" text,
	"field_code" text,
	"tech_area" text NOT NULL,
	"seller_district" text,
	"seller_nature" text,
	"seller_name" text NOT NULL,
	"institution_id" uuid,
	"buyer_district" text,
	"buyer_country" text NOT NULL,
	"buyer_nature" text,
	"ip_kind" text,
	"plan_source" text,
	"seller_in_harbin" boolean NOT NULL,
	"buyer_in_harbin" boolean NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"event_at" timestamp with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "ledger_entries_reversesId_unique" UNIQUE("reverses_id"),
	CONSTRAINT "ledger_entries_kind" CHECK ("ledger_entries"."kind" in ('registered', 'changed', 'cancelled', 'reversed')),
	CONSTRAINT "ledger_entries_sign" CHECK (case "ledger_entries"."kind" when 'registered' then "ledger_entries"."amount_fen" > 0 and "ledger_entries"."contracts" = 1 when 'cancelled' then "ledger_entries"."amount_fen" < 0 and "ledger_entries"."contracts" = -1 when 'reversed' then "ledger_entries"."reverses_id" is not null else "ledger_entries"."contracts" = 0 end),
	CONSTRAINT "ledger_entries_fen" CHECK (abs("ledger_entries"."amount_fen") <= 9007199254740991 and abs("ledger_entries"."technical_fen") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"due_on" text,
	"official_number" text,
	"registered_on" date,
	"recognised_total_fen" bigint,
	"recognised_technical_fen" bigint,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone,
	"remark" text,
	CONSTRAINT "registrations_contractId_unique" UNIQUE("contract_id"),
	CONSTRAINT "registrations_status" CHECK ("registrations"."status" in ('draft', 'submitted', 'accepted', 'correction', 'expert_review', 'registered', 'refused', 'changed', 'cancelled', 'revoked', 'undone')),
	CONSTRAINT "registrations_number_form" CHECK ("registrations"."official_number" ~ '^[0-9A-Z]{14,16}$'),
	CONSTRAINT "registrations_registered" CHECK ("registrations"."status" not in ('registered', 'changed') or ("registrations"."official_number" is not null and "registrations"."registered_on" is not null and "registrations"."recognised_total_fen" > 0 and "registrations"."recognised_technical_fen" between 0 and "registrations"."recognised_total_fen"))
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"day" date PRIMARY KEY NOT NULL,
	"working" integer NOT NULL,
	"name" text NOT NULL,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "reported_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_code" text NOT NULL,
	"year" integer NOT NULL,
	"value" bigint NOT NULL,
	"source" text NOT NULL,
	"reported_by" uuid,
	"reported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_code" text NOT NULL,
	"year" integer NOT NULL,
	"value" bigint NOT NULL,
	"floor" bigint,
	"stretch" bigint,
	"source" text NOT NULL,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "targets_scope" CHECK ("targets"."scope_kind" in ('city', 'district', 'institution'))
);
--> statement-breakpoint
CREATE TABLE "command_keys" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"result" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_keys_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"next" integer NOT NULL,
	CONSTRAINT "counters_kind_year_pk" PRIMARY KEY("kind","year"),
	CONSTRAINT "counters_next" CHECK ("counters"."next" >= 1)
);
--> statement-breakpoint
CREATE TABLE "cursors" (
	"reader" text PRIMARY KEY NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"moved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_inbox" (
	"event_at" timestamp with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "event_inbox_event_at_event_id_pk" PRIMARY KEY("event_at","event_id")
);
--> statement-breakpoint
CREATE TABLE "event_positions" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_positions_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_at" timestamp with time zone NOT NULL,
	"event_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_subjects" (
	"event_at" timestamp with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	CONSTRAINT "event_subjects_event_at_event_id_kind_subject_id_pk" PRIMARY KEY("event_at","event_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"at" timestamp with time zone NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"organisation_id" uuid,
	"job" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "events_at_id_pk" PRIMARY KEY("at","id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"template" text NOT NULL,
	"values" jsonb NOT NULL,
	"request_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"event_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"needs_action" integer DEFAULT 0 NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"href" text NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "worker_leases" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"lock_key" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credential_requests" ADD CONSTRAINT "credential_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brokers" ADD CONSTRAINT "brokers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brokers" ADD CONSTRAINT "brokers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement_versions" ADD CONSTRAINT "achievement_versions_version_id_listing_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."listing_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement_versions" ADD CONSTRAINT "achievement_versions_industry_code_taxonomy_terms_code_fk" FOREIGN KEY ("industry_code") REFERENCES "public"."taxonomy_terms"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement_versions" ADD CONSTRAINT "achievement_versions_field_code_taxonomy_terms_code_fk" FOREIGN KEY ("field_code") REFERENCES "public"."taxonomy_terms"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement_versions" ADD CONSTRAINT "achievement_versions_direction_code_taxonomy_terms_code_fk" FOREIGN KEY ("direction_code") REFERENCES "public"."taxonomy_terms"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_versions" ADD CONSTRAINT "need_versions_version_id_listing_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."listing_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_versions" ADD CONSTRAINT "need_versions_industry_code_taxonomy_terms_code_fk" FOREIGN KEY ("industry_code") REFERENCES "public"."taxonomy_terms"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_versions" ADD CONSTRAINT "need_versions_field_code_taxonomy_terms_code_fk" FOREIGN KEY ("field_code") REFERENCES "public"."taxonomy_terms"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_versions" ADD CONSTRAINT "need_versions_direction_code_taxonomy_terms_code_fk" FOREIGN KEY ("direction_code") REFERENCES "public"."taxonomy_terms"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_remarks" ADD CONSTRAINT "review_remarks_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_claimed_by_users_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_judgements" ADD CONSTRAINT "match_judgements_need_id_listings_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_judgements" ADD CONSTRAINT "match_judgements_achievement_id_listings_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_judgements" ADD CONSTRAINT "match_judgements_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_judgements" ADD CONSTRAINT "match_judgements_judged_by_users_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_need_id_listings_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_achievement_id_listings_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_messages" ADD CONSTRAINT "deal_messages_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_messages" ADD CONSTRAINT "deal_messages_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_messages" ADD CONSTRAINT "deal_messages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_participants" ADD CONSTRAINT "deal_participants_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_participants" ADD CONSTRAINT "deal_participants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_participants" ADD CONSTRAINT "deal_participants_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_terms" ADD CONSTRAINT "deal_terms_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_terms" ADD CONSTRAINT "deal_terms_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_terms" ADD CONSTRAINT "deal_terms_agreed_by_users_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_achievement_id_listings_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_need_id_listings_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_seller_id_organisations_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_buyer_id_organisations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_target_listing_id_listings_id_fk" FOREIGN KEY ("target_listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_own_listing_id_listings_id_fk" FOREIGN KEY ("own_listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_from_organisation_id_organisations_id_fk" FOREIGN KEY ("from_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_to_organisation_id_organisations_id_fk" FOREIGN KEY ("to_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_parties" ADD CONSTRAINT "contract_parties_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_parties" ADD CONSTRAINT "contract_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_parties" ADD CONSTRAINT "contract_parties_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_values" ADD CONSTRAINT "reported_values_reported_by_users_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credential_requests_user" ON "credential_requests" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_pending" ON "invitations" USING btree ("organisation_id",lower("email")) WHERE status = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_pending" ON "join_requests" USING btree ("organisation_id","user_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "memberships_organisation" ON "memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "taxonomy_terms_parent" ON "taxonomy_terms" USING btree ("parent_code");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_versions_ordinal" ON "listing_versions" USING btree ("listing_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_versions_one_in_work" ON "listing_versions" USING btree ("listing_id") WHERE status in ('working', 'pending', 'sent_back');--> statement-breakpoint
CREATE UNIQUE INDEX "listing_versions_one_published" ON "listing_versions" USING btree ("listing_id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "listings_organisation" ON "listings" USING btree ("organisation_id","kind","status");--> statement-breakpoint
CREATE INDEX "listings_published" ON "listings" USING btree ("kind","published_at") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "review_remarks_review" ON "review_remarks" USING btree ("review_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_open" ON "reviews" USING btree ("subject_kind","subject_id") WHERE status in ('open', 'claimed');--> statement-breakpoint
CREATE INDEX "reviews_queue" ON "reviews" USING btree ("status","opened_at");--> statement-breakpoint
CREATE INDEX "files_subject" ON "files" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "match_judgements_standing" ON "match_judgements" USING btree ("need_id","achievement_id","organisation_id") WHERE undone_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "matches_pair" ON "matches" USING btree ("need_id","achievement_id");--> statement-breakpoint
CREATE INDEX "matches_achievement" ON "matches" USING btree ("achievement_id","score");--> statement-breakpoint
CREATE INDEX "matches_need" ON "matches" USING btree ("need_id","score");--> statement-breakpoint
CREATE INDEX "deal_messages_deal" ON "deal_messages" USING btree ("deal_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deal_terms_ordinal" ON "deal_terms" USING btree ("deal_id","ordinal");--> statement-breakpoint
CREATE INDEX "deals_seller" ON "deals" USING btree ("seller_id","status");--> statement-breakpoint
CREATE INDEX "deals_buyer" ON "deals" USING btree ("buyer_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "interests_one_open" ON "interests" USING btree ("target_listing_id","from_organisation_id") WHERE status = 'sent';--> statement-breakpoint
CREATE INDEX "interests_to" ON "interests" USING btree ("to_organisation_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_parties_position" ON "contract_parties" USING btree ("contract_id","side","position");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_parties_one_registers" ON "contract_parties" USING btree ("contract_id") WHERE registers;--> statement-breakpoint
CREATE INDEX "contract_parties_organisation" ON "contract_parties" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "contracts_deal" ON "contracts" USING btree ("deal_id");--> statement-breakpoint
CREATE INDEX "contracts_import" ON "contracts" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_counts_on" ON "ledger_entries" USING btree ("counts_on");--> statement-breakpoint
CREATE INDEX "ledger_entries_contract" ON "ledger_entries" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_official_number" ON "registrations" USING btree ("official_number") WHERE status <> 'undone';--> statement-breakpoint
CREATE INDEX "holidays_day" ON "holidays" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "reported_values_one" ON "reported_values" USING btree ("indicator","scope_kind","scope_code","year");--> statement-breakpoint
CREATE UNIQUE INDEX "targets_one" ON "targets" USING btree ("indicator","scope_kind","scope_code","year");--> statement-breakpoint
CREATE INDEX "command_keys_at" ON "command_keys" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "event_positions_event" ON "event_positions" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_subjects_subject" ON "event_subjects" USING btree ("kind","subject_id","event_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_id" ON "events" USING btree ("id");--> statement-breakpoint
CREATE INDEX "events_name" ON "events" USING btree ("name","at");--> statement-breakpoint
CREATE INDEX "mails_unsent" ON "mails" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("event_id","user_id");--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("subject_kind","subject_id");