import { startPostgres } from "@/bin/services/postgres";
import { startMeilisearch } from "@/bin/services/meilisearch";
const dir = process.argv[2] ?? "/tmp/launcher/a"; const leave = process.argv[3] === "leave";
const t = Date.now(); const say = (m: string) => console.log(Date.now() - t, m);
const p = await startPostgres({ dataDir: dir + "/pg", log: say }); say(JSON.stringify(p));
const m = await startMeilisearch({ dataDir: dir + "/meili", log: say }); say(JSON.stringify(m));
if (leave) process.kill(process.pid, "SIGKILL");
await p.stop(); say("pg stopped"); await m?.stop(); say("meili stopped");
