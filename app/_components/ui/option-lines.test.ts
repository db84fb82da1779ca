import { expect, it } from "vitest";
import { optionLines, optionsOf } from "./option-lines";

it.each([
  ["nothing", []],
  ["entries", [{ value: "a", label: "甲" }, { value: "b", label: "乙", disabled: true }, { value: "c", label: "" }]],
  ["groups", [{ label: "组", options: [{ value: "a", label: "甲" }] }, { label: "空", options: [] }, { label: "又", options: [{ value: "b", label: "乙", disabled: true }, { value: "", label: "无" }] }]],
  ["an entry without a value", [{ value: "", label: "全部" }, { value: "a", label: "甲" }, { label: "组", options: [{ value: "b", label: "乙" }] }, { value: "", label: "无" }]],
  ["a group before an entry", [{ label: "组", options: [{ value: "a", label: "甲" }] }, { value: "b", label: "乙" }]],
])("%s come out as they went in", (_, options) => expect(optionsOf(optionLines(options))).toEqual(options));
