import { describe, expect, it } from "vitest";
import { cutoff, defaultSetting, reaches } from "./rules";

const at = (text: string) => new Date(`${text}+08:00`);

describe("when a digest is due", () => {
  it("goes out every day at eight in Harbin", () => {
    expect(cutoff("daily", at("2026-11-24T08:00:00"))).toEqual(at("2026-11-24T08:00:00"));
    expect(cutoff("daily", at("2026-11-24T07:59:59"))).toEqual(at("2026-11-23T08:00:00"));
    expect(cutoff("daily", at("2026-11-24T23:30:00"))).toEqual(at("2026-11-24T08:00:00"));
  });
  it("goes out every Friday at eight in Harbin", () => {
    expect(cutoff("weekly", at("2026-11-24T12:00:00"))).toEqual(at("2026-11-20T08:00:00"));
    expect(cutoff("weekly", at("2026-11-27T07:00:00"))).toEqual(at("2026-11-20T08:00:00"));
    expect(cutoff("weekly", at("2026-11-27T08:00:00"))).toEqual(at("2026-11-27T08:00:00"));
  });
  it("gathers for a minute when it goes out at once", () => {
    expect(cutoff("at_once", at("2026-11-24T12:01:00"))).toEqual(at("2026-11-24T12:00:00"));
  });
});

it("tells writers of good matches and readers of none unless they ask", () => {
  expect(defaultSetting(["viewer"]).threshold).toBe("none");
  expect(defaultSetting(["viewer", "editor"]).threshold).toBe("good");
  expect([reaches("high", "good"), reaches("high", "high"), reaches("good", "good"), reaches("none", "high")]).toEqual([false, true, true, false]);
});
