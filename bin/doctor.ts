import { say } from "@/bin/services/progress";
import { checkDatabase, checkSearch } from "@/bin/doctor/servers";
import { checkEnvironment, checkMachine } from "@/bin/doctor/machine";
import type { Finding } from "@/bin/doctor/finding";
import { loadDotEnv, varDir } from "@/bin/services/paths";
import { runningStart } from "@/bin/services/run-file";

/** `npm run doctor`: looks at everything, changes nothing; each finding says how to mend it. */
loadDotEnv();
const running = runningStart(varDir());
say(running ? `Running: ${running.url} (process ${running.pids.start})\n` : `Not running on ${varDir()}; local servers are looked at only while they run.\n`);
const findings: Finding[] = [];
for (const check of [checkMachine, checkEnvironment, checkDatabase, checkSearch]) {
  for (const finding of await check(running)) {
    findings.push(finding);
    say(`${{ ok: "  ok  ", note: "  --  ", wrong: "WRONG " }[finding.state]} ${finding.what}${finding.mend ? `\n         → ${finding.mend}` : ""}`);
  }
}
const wrong = findings.filter((finding) => finding.state === "wrong").length;
say(wrong > 0 ? `\n${wrong} of ${findings.length} findings need mending.` : `\nAll ${findings.length} findings are fine.`);
process.exit(wrong > 0 ? 1 : 0);
