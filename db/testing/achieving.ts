import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events, listings } from "@/db/schema";
import { approve } from "@/lib/achievements/acts";
import { draft } from "@/lib/achievements/draft";
import { edit } from "@/lib/achievements/edit";
import { submit } from "@/lib/achievements/submit";
import { loadCodes } from "@/lib/codes/load";
import { newId } from "@/lib/core/id";
import { claim } from "@/lib/reviews/claim";
import { makeOrganisation, makePerson } from "./factories";

export const content = {
  title: "寒区碳纤维叶片一体成型工艺",
  summary: "面向零下四十度风电场景，把成型与固化合为一步，减少接缝，提高层间强度，已在中试线上连续运行六个月，成品率稳定。",
  description: "以预浸料铺放和原位固化为基础，叶片主梁一次成型，取消二次胶接工序，适用于寒区风电。",
  fieldCode: "EQ02", keywords: ["碳纤维", "风电叶片"], maturity: 7,
  ip: [{ kind: "invention_patent", number: "ZL202310123456.7", status: "granted" }],
  scenes: ["寒区风电场"], advantages: [{ indicator: "层间强度", ours: "78", unit: "MPa", current: "64", evidence: "检测报告" }],
  modes: ["license", "equity"], priceKind: "from", priceFen: 80_000_000, audience: { price: "registered" },
};
export const statement = { secrecyReviewedBy: "科研院保密办", secrecyReviewedOn: "2026-01-05", exportControl: "no" };
export const promise = { classified: "no", promise: "on" };

export type Achieving = Awaited<ReturnType<typeof makeAchieving>>;

/** An owner with two who write and one who reads, the bureau with two reviewers, somebody else, and an achievement as far along as is wanted. */
export async function makeAchieving() {
  process.env.FILES_DIR = mkdtempSync(path.join(tmpdir(), "files-"));
  await db().transaction((tx) => loadCodes(tx));
  const owner = await makeOrganisation({ name: "示例大学" });
  const bureau = await makeOrganisation({ kind: "bureau" });
  const author = await makePerson({ organisation: owner, roles: ["editor"], name: "张老师" });
  const reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"], name: "王审" });

  async function drafted(): Promise<string> {
    return (await draft(author, { title: "初稿" })).id;
  }
  async function written(more: object = {}): Promise<string> {
    const id = await drafted();
    await edit(author, { listingId: id, lock: 0, session: newId(), content: { ...content, ...more }, statement });
    return id;
  }
  async function submitted(more: object = {}): Promise<{ id: string; reviewId: string }> {
    const id = await written(more);
    const { reviewId } = await submit(author, { listingId: id, ...promise });
    return { id, reviewId };
  }
  async function published(more: object = {}): Promise<string> {
    const { id, reviewId } = await submitted(more);
    await claim(reviewer, { reviewIds: [reviewId] });
    await approve(reviewer, { reviewId });
    return id;
  }
  return {
    owner, bureau, author, reviewer, drafted, written, submitted, published,
    colleague: await makePerson({ organisation: owner, roles: ["editor"], name: "李老师" }),
    viewer: await makePerson({ organisation: owner, roles: ["viewer"] }),
    stranger: await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }), roles: ["administrator"] }),
    second: await makePerson({ organisation: bureau, roles: ["reviewer"], name: "赵审" }),
  };
}

export const listingOf = async (id: string) => (await db().select().from(listings).where(eq(listings.id, id)))[0]!;
export const eventsNamed = async (name: string) => (await db().select({ id: events.id }).from(events).where(eq(events.name, name))).length;
