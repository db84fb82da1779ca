CREATE TABLE "postponed" (
	"reader" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "postponed_reader_subject_id_pk" PRIMARY KEY("reader","subject_id")
);
