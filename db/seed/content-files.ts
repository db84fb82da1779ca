import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { modes } from "@/lib/codes/lists";
import type { ContractType } from "@/lib/contracts/states";
import type { AchievementStage } from "@/lib/listings/states";

const folder = path.join(import.meta.dirname, "content");

export type OrganisationText = { key: string; name: string; shortName: string; kind: "university" | "enterprise" | "agency" | "bureau"; districtCode: string; nature: string; introduction: string; fields?: string[] };
export type AchievementText = { key: string; institution: string; title: string } & Record<string, unknown>;
export type NeedText = { key: string; organisation: string; title: string; deadlineDays?: number | null; answers?: string[] } & Record<string, unknown>;
export type PersonaText = { key: string; name: string; email: string; organisations: { key: string; roles: string[] }[] };
export type BrokerText = { key: string; personaKey: string; agencyKey: string; districtCode: string; fields: string[]; introduction: string };
type Stage = "interest_sent" | "interest_declined" | "accepted" | "negotiating" | "terms" | "contract_drafting" | "signed" | "submitted" | "registered" | "ended";
/** A deal from its first word on; `stage` is as far as it has come. The first message is the interest itself. */
export type StoryText = {
  key: string; needKey: string; achievementKey: string; stage: Stage; startDaysAgo: number; brokerKey: string | null;
  reason: { code: string; note: string } | null;
  contract: { title: string; type: ContractType; subtype: string; totalFen: number; technicalFen: number } | null;
  messages: { side: "need" | "achievement" | "broker"; afterDays: number; text: string }[];
};

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
      ...inFormOrder(text),
      stage: stageOf(Number(text.maturity)),
      summary: summary.length < 50 ? `${summary}可用于${scenes.join("、") || text.title}，欢迎到现场了解。` : summary,
      ip: ip.length > 0 ? ip : [{ kind: "technical_secret", status: "secret" }],
    };
  });
}

/** The stage that goes with a maturity level in most records; the texts themselves were written before it was asked for. */
function stageOf(maturity: number): AchievementStage {
  const reached: [number, AchievementStage][] = [[11, "applied"], [9, "mass_production"], [8, "small_batch"], [6, "pilot"], [4, "prototype"]];
  return reached.find(([level]) => maturity >= level)?.[1] ?? "research";
}

export const needTexts = () => readAll<NeedText>("needs").map(inFormOrder);

/** The ways of cooperation as the editor sends them: in any other order a first revision would seem to change them. */
function inFormOrder<T extends Record<string, unknown>>(text: T): T {
  const chosen = text.modes as string[] | undefined;
  return chosen ? { ...text, modes: modes.map(({ code }) => code as string).filter((code) => chosen.includes(code)) } : text;
}
export const peopleTexts = () => read<{ personas: PersonaText[]; brokers: BrokerText[] }>("personas.json");
export const storyTexts = () => read<StoryText[]>("story.json");
export const readContent = read;
