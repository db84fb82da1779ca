import path from "node:path";
import { env } from "@/lib/core/env";
import { writeBackup } from "@/bin/backup/write-backup";
import { complain, say } from "@/bin/services/progress";
import { withServices } from "@/bin/services/with-services";

/** `npm run backup -- FOLDER`: database and files together, also while the site runs. */
const named = process.argv[2];
if (!named) {
  complain("Where to? npm run backup -- FOLDER");
  process.exit(2);
}
// npm runs us in the checkout; the folder is meant from where the person stands.
const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), named);

await withServices(async ({ ownerUrl }) => {
  await writeBackup(folder, ownerUrl, env().filesDir);
  say("Not in it: passwords and keys (var/*.secrets.json, NEXTAUTH_SECRET). With another NEXTAUTH_SECRET people sign in again and mailed links end.");
});
