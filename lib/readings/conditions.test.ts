import { describe, expect, it } from "vitest";
import { conditionsOf } from "./conditions";

const wan = (amount: number) => amount * 1_000_000;
const moneyOf = (kind: "need" | "achievement", text: string) => { const { money } = conditionsOf(kind, text); return money && [money.minFen, money.maxFen]; };

describe("the budget of a need", () => {
  it.each([
    ["项目预算300万元，希望明年上线。", [null, wan(300)]],
    ["预算控制在５０—８０万元，可分期支付。", [wan(50), wan(80)]],
    ["拟投入研发经费1,200万元。", [null, wan(1200)]],
    ["合作经费不超过80万元", [null, wan(80)]],
    ["预算约1.5亿元以内，预算约1.5亿元以内", [null, wan(15000)]],
    ["研发经费50万元至80万元；", [wan(50), wan(80)]],
  ])("%s", (text, read) => expect(moneyOf("need", text)).toEqual(read));

  it.each([
    "目前每年因返工损失300万元。", "已投入研发经费500万元，仍未解决。", "进口设备预算2000万元，难以承受。", "预算不低于100万元。", "预算100万元以上。", "预算每台3万元，或者300万元/年。", "预算50万元/台。",
    "一期预算100万元，二期预算200万元。", "预算另行商定。", "年产值3亿元，投入300万元改造。", "预算80-50万元。", "改造超预算300万元。", "预算三百万。", "预算300万只够样机。",
  ])("is not read from: %s", (text) => expect(moneyOf("need", text)).toBeNull());
});

describe("the price of an achievement", () => {
  it.each([
    ["专利转让价80万元。", [wan(80), wan(80)]], ["普通许可费为30万元起", [wan(30), null]], ["许可使用费:12.5万元", [wan(12.5), wan(12.5)]],
  ])("%s", (text, read) => expect(moneyOf("achievement", text)).toEqual(read));

  it.each(["产品售价80万元。", "同类技术转让费200万元。", "许可费50-80万元。", "已收到许可费300万元。", "设备报价120万元。", "预算300万元。", "转让费不超过80万元"])("is not read from: %s", (text) => expect(moneyOf("achievement", text)).toBeNull());
});

describe("the day until which answers are welcome", () => {
  it.each([
    ["请于2027年3月31日前提交方案。", "2027-03-31"], ["征集截止：2027.3.31", "2027-03-31"], ["本需求2027年3月31日截止，逾期不再受理", "2027-03-31"], ["截止日期为2027-03-31", "2027-03-31"], ["请在2027年1月5日之前将思路反馈给我们", "2027-01-05"],
  ])("%s", (text, date) => expect(conditionsOf("need", text).deadline?.date).toBe(date));

  it.each([
    "截至2026年10月31日，返工率仍为18%。", "项目须在2027年6月30日前完成。", "2027年6月30日前投产。", "截止2026年10月31日已试制120支。", "设备于2026年3月1日投运。", "请于2027年2月30日前提交方案。", "2027年6月前提交方案。",
    "请于2027年3月31日前提交方案，2027年5月1日截止。",
  ])("is not read from: %s", (text) => expect(conditionsOf("need", text).deadline).toBeNull());

  it("is asked of needs only", () => expect(conditionsOf("achievement", "请于2027年3月31日前提交方案。").deadline).toBeNull());
});

describe("modes", () => {
  it.each([
    ["希望以委托开发或联合研发的方式合作。", ["commissioned_development", "joint_development"]],
    ["合作方式：许可、转让、作价入股均可。", ["transfer", "license", "equity"]],
    ["愿意接受普通许可，也可提供技术服务。", ["license", "technical_service"]],
    ["寻求高校共建联合实验室。", ["joint_platform"]],
  ])("%s", (text, codes) => expect(conditionsOf("achievement", text).modes).toEqual(codes));

  it("of the other side are left out", () => expect([conditionsOf("need", "希望柔性引进专家").modes, conditionsOf("achievement", "希望柔性引进专家").modes]).toEqual([["secondment"], []]));

  it.each([
    "本成果由我校与企业联合研发。", "已向三家企业专利许可。", "产品取得生产许可证，采用全新方式。", "不接受技术转让。", "采用了联合攻关的模式。", "希望建立技术服务平台。", "以转让股权为目的的说明。", "此前曾委托开发，希望换一家。", "采用分区加热方式。",
  ])("are not read from: %s", (text) => expect(conditionsOf("need", text).modes).toEqual([]));
});

describe("the place", () => {
  it.each([["交付地：哈尔滨市松北区。", "230109"], ["项目位于松北区的中试车间", "230109"], ["希望落户哈尔滨市", "230100"], ["厂区位于大庆市让胡路区西部", "230604"]])("%s", (text, code) => expect(conditionsOf("need", text).place?.code).toBe(code));

  it.each(["产品销往哈尔滨市。", "公司位于南山区。", "项目位于寒区风电场。", "实施地点待定。", "一期厂区位于松北区，二期厂址在呼兰区。", "落地应用于东北地区"])("is not read from: %s", (text) => expect(conditionsOf("need", text).place).toBeNull());
});
