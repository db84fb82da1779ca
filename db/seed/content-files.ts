import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "content");

export type OrganisationText = { key: string; name: string; shortName: string; kind: "university" | "enterprise" | "agency" | "bureau"; districtCode: string; nature: string; introduction: string; fields?: string[] };
export type AchievementText = { key: string; institution: string; title: string } & Record<string, unknown>;
export type NeedText = { key: string; organisation: string; title: string; deadlineDays?: number | null; answers?: string[] } & Record<string, unknown>;
export type PersonaText = { key: string; name: string; email: string; organisations: { key: string; roles: string[] }[]; roleLabel: string; operator?: boolean; broker?: boolean };

function read<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8")) as T;
}

function readAll<T>(sub: string): T[] {
  return readdirSync(path.join(folder, sub)).filter((name) => name.endsWith(".json")).sort().flatMap((name) => read<T[]>(path.join(sub, name)));
}

export const organisationTexts = () => read<OrganisationText[]>("organisations.json");
/** Short summaries say where the achievement is used as well; rights that have no number yet are left to a later revision. */
export function achievementTexts(): AchievementText[] {
  return readAll<AchievementText>("achievements").map((text) => {
    const summary = String(text.summary);
    const scenes = (text.scenes as string[] | undefined) ?? [];
    const ip = (text.ip as { kind: string; number?: string; status: string }[]).filter((item) => item.number || item.kind === "technical_secret" || item.kind === "none" || item.status === "secret");
    return {
      ...text,
      summary: summary.length < 50 ? `${summary}可用于${scenes.join("、") || text.title}，欢迎到现场了解。` : summary,
      ip: ip.length > 0 ? ip : [{ kind: "technical_secret", status: "secret" }],
    };
  });
}
export const needTexts = () => readAll<NeedText>("needs");
export const personaTexts = () => read<PersonaText[]>("personas.json");
export const readContent = read;
