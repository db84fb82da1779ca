import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import type { Membership, Person } from "@/lib/core/actor";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import { publicDocumentsAfter } from "@/lib/listings/public-document";
import { listMatches, type MatchView } from "./queries";
import { rematchListing } from "./rematch";

useDatabase();

let seller: Membership, buyer: Membership, office: Person, works: Person;
const problem = "水下焊接机器人在浑浊水体中跟踪焊缝，需要激光视觉与水声定位";
const indicators = [
  { name: "跟踪误差", comparator: "le" as const, target: "0.5", unit: "mm", current: "2", required: "must" as const },
  { name: "工作水深", comparator: "ge" as const, target: "60", unit: "m", current: "", required: "must" as const },
  { name: "焊缝外观", comparator: "text" as const, target: "平整", unit: "", current: "", required: "wish" as const },
];
const advantages = [
  { indicator: "工作水深", ours: "40", unit: "m", current: "30", evidence: "" },
  { indicator: "跟踪误差", ours: "0.3–0.4", unit: "mm", current: "1.5", evidence: "" },
];

beforeAll(async () => {
  [seller, buyer] = [await makeOrganisation(), await makeOrganisation({ kind: "enterprise" })];
  [office, works] = [await makePerson({ organisation: seller }), await makePerson({ organisation: buyer })];
});

/** Both sides' lists, compared anew from the side that is named. */
async function reasonsOf(from: "need" | "achievement", hidden: { need?: object; achievement?: object } = {}, which = (code: string) => code.startsWith("figures")): Promise<Record<"need" | "achievement", MatchView["reasons"]>> {
  const need = await makePublished("need", buyer, { title: "水下焊接焊缝跟踪", problem, indicators, ...hidden.need });
  const achievement = await makePublished("achievement", seller, { title: "水下焊接机器人焊缝跟踪技术", summary: problem, advantages, ...hidden.achievement });
  const engine = memoryEngine(await publicDocumentsAfter(db(), null, 1_000));
  await db().transaction((tx) => rematchListing(tx, engine, from === "need" ? need.id : achievement.id));
  const seen = async (reader: Person, own: string, other: string) => (await listMatches(reader, own)).shown.find((match) => match.other.id === other)?.reasons.filter(({ code }) => which(code)) ?? [];
  return { need: await seen(works, need.id, achievement.id), achievement: await seen(office, achievement.id, need.id) };
}

const said = [
  { code: "figures_met", values: { figures: [{ name: "跟踪误差", comparator: "le", asked: "0.5", offered: "0.3–0.4", unit: "mm" }] } },
  { code: "figures_missed", values: { figures: [{ name: "工作水深", comparator: "ge", asked: "60", offered: "40", unit: "m" }] } },
];

it("both sides read which figures are kept and which are missed, whoever was compared", async () => {
  expect(await reasonsOf("need")).toEqual({ need: said, achievement: said });
  expect(await reasonsOf("achievement")).toEqual({ need: said, achievement: said });
});

it("what one side keeps back is compared for nobody", async () => {
  const nothing = { need: [], achievement: [] };
  for (const audience of ["registered", "deal"] as const) {
    expect(await reasonsOf("need", { need: { audience: { indicators: audience } } })).toEqual(nothing);
    expect(await reasonsOf("achievement", { achievement: { audience: { advantages: audience } } })).toEqual(nothing);
  }
});

it("a need that asks for no figure in public and an achievement that names no scene there are told what they lack, and only that", async () => {
  const lacks = async (hidden: Parameters<typeof reasonsOf>[1]) => (await reasonsOf("need", hidden, (code) => code === "missing")).need
    .flatMap(({ values }) => (values?.field === "indicators" || values?.field === "scenes" ? [`${values.side} ${values.field}`] : []));
  expect(await lacks({ achievement: { scenes: ["水下管线"] } })).toEqual([]);
  expect(await lacks({ need: { indicators: [] } })).toEqual(["need indicators", "achievement scenes"]);
  expect(await lacks({ need: { audience: { indicators: "deal" } }, achievement: { scenes: ["水下管线"], audience: { scenes: "registered" } } })).toEqual(["need indicators", "achievement scenes"]);
});
