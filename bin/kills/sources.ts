import { chmodSync, cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "@/bin/services/paths";

export const mutations = ["synchronous-commit-off", "event-after-commit"] as const;
export type Mutation = (typeof mutations)[number];

/** What recording the event after the commit would look like: the fault that one transaction per act excludes. */
const eventAfterCommit: readonly [from: string, to: string][] = [
  ["    return db().transaction(async (tx) => {\n      const before", "    let later: ((tx: Tx) => Promise<void>) | undefined;\n    const answer = await db().transaction(async (tx) => {\n      const before"],
  ["      if (!continues) {\n        await record(", "      if (!continues) later = async (tx) => {\n        await record("],
  ["        await wake(tx);\n      }\n", "        await wake(tx);\n      };\n"],
  ["      return result;\n    });\n  };", "      return result;\n    });\n    if (later) await db().transaction(later);\n    return answer;\n  };"],
];

/**
 * The sources that the processes under test run: the checkout, or a patched copy of it in `folder`. The product itself
 * has no branch for its tests.
 * @throws Error when lib/command.ts has changed so much that the patch finds no place
 */
export function sourcesFor(mutation: Mutation | undefined, folder: string): string {
  if (mutation !== "event-after-commit") return root;
  const copy = path.join(folder, "sources");
  for (const part of ["lib", "db", "bin", "package.json", "tsconfig.json"]) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  chmodSync(copy, 0o755);
  const file = path.join(copy, "lib/command.ts");
  let text = readFileSync(file, "utf8");
  for (const [from, to] of eventAfterCommit) {
    if (text.split(from).length !== 2) throw new Error(`The mutation event-after-commit no longer fits lib/command.ts (looked for: ${from.trim().slice(0, 60)} …). Mend it in bin/kills/sources.ts.`);
    text = text.replace(from, () => to);
  }
  writeFileSync(file, text);
  return copy;
}
