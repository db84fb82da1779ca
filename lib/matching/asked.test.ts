import { describe, expect, it } from "vitest";
import { normalise } from "@/lib/engine/analyse";
import { askedOf } from "./asked";

/** Texts of our own, in the form of 企业技术需求征集表. */
const form = normalise("需求内容：矿用传动轴的激光熔覆修复\n预期目标：寿命提高一倍\n现有工作基础（包括已投入资金）：公司有数控车床八十台，另有饲料厂一座。\n企业简介\n我厂成立于1958年，以养殖起家。\n希望解决的技术难题\n熔覆层开裂");

describe("what a need asks", () => {
  it("is not what its author has and is", () => {
    const asked = askedOf(form);
    for (const word of ["激光熔覆", "寿命提高", "熔覆层开裂"]) expect(asked).toContain(word);
    for (const word of ["车床", "饲料", "1958", "养殖"]) expect(asked).not.toContain(word);
  });

  it("keeps the elements that follow such a paragraph", () => expect(askedOf("现有基础:中试线一条。\n碳纤维\n缠绕成型")).toBe("碳纤维\n缠绕成型"));

  it.each(["以现有基础设施改造为主，降低投入", "地基基础沉降监测", "项目经费有限，希望分期投入", "企业简介:我厂成立于1958年", "冻土地区\n桩基础\n沉降监测"])("leaves %s as it is", (text) => expect(askedOf(normalise(text))).toBe(normalise(text)));
});
