import { describe, expect, it } from "vitest";
import type { PublicFigure } from "@/lib/listings/public-figures";
import { compareFigures } from "@/lib/matching/compare-figures";

const asked = (comparator: PublicFigure["comparator"], value: string, unit = "%", name = "合格率"): PublicFigure => ({ name, comparator, value, unit });
const offered = (value: string, unit = "%", name = "合格率"): PublicFigure => ({ name, value, unit });
const verdict = (need: PublicFigure, achievement: PublicFigure) => {
  const { kept, missed } = compareFigures([need], [achievement]);
  return kept.length ? "kept" : missed.length ? "missed" : "open";
};

describe("figures of the same name", () => {
  it("are kept or missed by the way they were asked for", () => {
    expect([verdict(asked("ge", "95"), offered("97")), verdict(asked("ge", "95"), offered("94.9")), verdict(asked("ge", "95"), offered("95"))]).toEqual(["kept", "missed", "kept"]);
    expect([verdict(asked("le", "20", "μm"), offered("15", "µm")), verdict(asked("le", "20", "μm"), offered("38", "μm"))]).toEqual(["kept", "missed"]);
    expect([verdict(asked("eq", "7", ""), offered("7.0", "—")), verdict(asked("eq", "7", ""), offered("7.5", ""))]).toEqual(["kept", "missed"]);
    expect([verdict(asked("le", "-40", "℃"), offered("−55", "℃")), verdict(asked("le", "-40", "℃"), offered("-25", "℃"))]).toEqual(["kept", "missed"]);
  });

  it("are left open where a range or a bound allows both", () => {
    expect([verdict(asked("ge", "10"), offered("9–12")), verdict(asked("ge", "9"), offered("9–12")), verdict(asked("ge", "13"), offered("9~12"))]).toEqual(["open", "kept", "missed"]);
    expect([verdict(asked("ge", "90"), offered("≥95")), verdict(asked("ge", "99"), offered("≥95")), verdict(asked("le", "99"), offered("不低于95"))]).toEqual(["kept", "open", "open"]);
    expect([verdict(asked("le", "5"), offered("＜3")), verdict(asked("ge", "5"), offered("不大于3"))]).toEqual(["kept", "missed"]);
  });

  it("are compared as numbers only, whole", () => {
    expect(verdict(asked("ge", "1,200", "h"), offered("1300 h", "h"))).toBe("kept");
    expect(verdict(asked("ge", "5", "W/(m·K)"), offered("6 W/(m·K)", "W/(m K)"))).toBe("kept");
    for (const value of ["约97", "10⁵", "97（干态）", "", "优", "12-9"]) expect(verdict(asked("ge", "95"), offered(value))).toBe("open");
    expect(verdict(asked("text", "95"), offered("97"))).toBe("open");
    expect(verdict(asked("ge", "9–12"), offered("97"))).toBe("open");
  });

  it("are of one unit and one name", () => {
    expect(verdict(asked("ge", "5", "MW"), offered("6", "mW"))).toBe("open");
    expect(verdict(asked("le", "8", "%", "4小时预测误差"), offered("7", "%", "24小时预测误差"))).toBe("open");
    for (const [need, achievement] of [["-20℃容量保持率", "20℃容量保持率"], ["1.5C倍率保持", "15C倍率保持"], ["4-8小时误差", "48小时误差"]] as const) expect(verdict(asked("ge", "80", "%", need), offered("95", "%", achievement))).toBe("open");
    expect(verdict(asked("ge", "80", "%", "-20℃容量保持率"), offered("95", "%", "−20℃容量保持率"))).toBe("kept");
    expect(verdict(asked("ge", "5", "W/(m·K)", "导热系数（25℃）"), offered("6", "W/(m K)", "导热系数 (25 ℃)"))).toBe("kept");
  });
});
