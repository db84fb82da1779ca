import { migrate } from "@/db/migrate";
import { withServices } from "@/bin/services/with-services";
import { say } from "@/bin/services/progress";

await withServices(async ({ ownerUrl }) => {
  await migrate(ownerUrl);
  say("Migrations are current.");
});
