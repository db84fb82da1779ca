import { expect, it } from "vitest";
import { searchDocument } from "@/lib/engine/document";
import { entryOf } from "@/lib/engine/forward";
import { partsOf } from "@/lib/engine/loose";
import { understandQuery } from "@/lib/engine/query";
import { statisticsOf } from "@/lib/engine/statistics";

// Everyone says 研究; each of the other terms is in few records.
const rare = ["叶片", "风电", "寒区", "铺层", "浸润", "固化", "层间"];
const entries = Array.from({ length: 1_400 }, (_, i) => entryOf(searchDocument({ id: `${i}`, kind: "achievement", title: `${rare[i % 700] ?? "其他"}研究`, district: i % 50 === 0 ? "230102" : "230103" })));
const statistics = await statisticsOf(entries);
const query = understandQuery(`${rare.join(" ")} 研究`, statistics);
const asked = (filter = {}) => partsOf(query, statistics, filter).questions.map(({ terms }) => terms![0]);

it("asks for no arbitrary few of what nearly everybody says", () => {
  expect(asked()).toEqual(expect.arrayContaining(rare));
  expect(asked()).not.toContain("研究");
});

it("asks for it where it is among the little there is, and where a filter leaves few that say it", async () => {
  expect(partsOf(understandQuery("叶片 研究", statistics), statistics, {}).questions).toHaveLength(2);
  expect(asked({ district: ["230102"] })).toContain("研究");
});
