import { expect, test } from "vitest";
import { safeName } from "./rules";

// 𠮷 is two units: a cut by units goes through it.
const long = `𠮷${"长".repeat(115)}.pdf`;

test.each([
  ["folders", "C:\\folder\\a/b.pdf", "b.pdf"],
  ["signs that nobody sees, and halves of characters", "\u0000a\u202eb\ud842.pdf", "ab.pdf"],
  ["nothing but blanks", "  ", "file"],
  ["a rare character at the longest name's beginning", long, long],
  ["one behind the cut", `长${long}`, long],
])("a name with %s is kept as it may be shown and sent", (_with, name, kept) => {
  expect(safeName(name)).toBe(kept);
  expect(() => encodeURIComponent(safeName(name))).not.toThrow();
});
