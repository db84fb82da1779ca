import { prepareDatabase } from "@/bin/services/databases";
import { say } from "@/bin/services/progress";
import { withServices } from "@/bin/services/with-services";

/** `npm run db:migrate`: schema, rights of the runtime role, reference data. An installation runs it at every upgrade. */
await withServices(async ({ ownerUrl }) => {
  await prepareDatabase(ownerUrl);
  say("Migrations and reference data are current.");
});
