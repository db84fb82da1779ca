import { describe, expect, it } from "vitest";
import { sharedWords } from "@/lib/matching/shared-words";

const shared = (need: string, achievement: string) => sharedWords(need, achievement, () => 1).map(({ text }) => text);

describe("what two texts share", () => {
  it("is said in the longest stretches", () => {
    expect(shared("需要碳纤维复合材料的铺放工艺", "一种碳纤维复合材料构件")).toContain("碳纤维复合材料");
    expect(shared("SiC 衬底的减薄", "SiC衬底抛光")).toEqual(expect.arrayContaining(["sic", "衬底"]));
  });

  it("is never a piece of two different words", () => {
    expect(shared("电流互感器的校准", "气体传感器阵列的校准")).toEqual(["校准"]);
    expect(shared("对审查数据进行脱敏", "自动检查数据并脱敏").join("、")).not.toContain("查数");
  });

  it("is no unit and no counting word of a figure", () => {
    expect(shared("精度0.1%FS，响应30 ms", "精度0.05%FS，响应20 ms")).toEqual(["精度", "响应"]);
    expect(shared("50次冻融后强度损失", "100次冻融后强度损失小于5%")).toEqual(["冻融后强度损失"]);
  });

  it("is terms, not half sentences, where one text says what the other says", () => {
    const text = "采用热压罐固化与真空辅助成型制造寒区风电叶片并提高复合材料的层间强度和合格率";
    const words = shared(text, text);
    expect(words).toEqual(expect.arrayContaining(["真空辅助成型", "层间强度", "合格率"]));
    expect(words.filter((word) => word.length > 8 || /[和与的并]/.test(word))).toEqual([]);
  });

  it("is no piece of a word in one of them", () => {
    expect(shared("污水处理工程", "哈尔滨理工大学的污水处理")).toEqual(["污水处理"]);
    expect(shared("中空型谐波减速器", "超薄型谐波减速器寿命试验")).toEqual(["谐波减速器"]);
    // Behind a figure or a letter it is a suffix as well; what is left of a short one says nothing.
    expect(shared("中空型谐波减速器", "已有25型谐波减速器")).toEqual(["谐波减速器"]);
    expect(shared("功能性乳饮", "常温活性乳酪")).toEqual([]);
    // Nor does a term begin with the verb before it, or end with one.
    expect(shared("需要先做装机考核再批量", "在两家整机厂做装机考核")).toEqual(["装机考核"]);
    for (const whole of ["型号识别", "型腔加工", "型材挤压", "级联变换器", "类脑芯片", "系泊平台", "化疗药物", "控释肥料", "器件封装", "物联感知"]) expect(shared(`国产${whole}`, `多种${whole}`)).toEqual([whole]);
    expect(shared("温室水肥调控系统", "果园环境监控系统")).toEqual(["系统"]);
    expect(shared("国产化控制系统", "模块化控制系统")).toEqual(["控制系统"]);
    // At the beginning of a text it is no suffix.
    expect(shared("型谐波减速器", "中空型谐波减速器")).toEqual(["型谐波减速器"]);
    expect(shared("汽车密封条挤出", "门窗密封条生产线")).toEqual(["密封条"]);
  });
});
