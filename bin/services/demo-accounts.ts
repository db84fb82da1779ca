import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "@/bin/services/paths";

type Personas = { personas: { email: string; name: string; role: string }[]; demoPassword: string };

/** The table of demo accounts that `npm start` prints; undefined when this copy has no demo world. */
export async function demoAccounts(): Promise<string | undefined> {
  const file = path.join(root, "db/seed/personas.ts");
  if (!existsSync(file)) return undefined;
  const { personas, demoPassword } = (await import(pathToFileURL(file).href)) as Personas;
  const width = Math.max(...personas.map((persona) => persona.email.length));
  const lines = personas.map((persona) => `  ${persona.email.padEnd(width)}  ${persona.name}  (${persona.role})`);
  return `Demo accounts (password for all: ${demoPassword}; also one click each on the sign-in page):\n${lines.join("\n")}`;
}
