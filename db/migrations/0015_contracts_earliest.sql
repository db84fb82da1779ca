-- NOT VALID: an older installation may hold a mistyped year, and its update must not stop at that. What is written from now on is checked.
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_earliest" CHECK ("contracts"."status" <> 'signed' or least("contracts"."signed_on", "contracts"."starts_on", "contracts"."ends_on") >= '1985-01-01') NOT VALID;
