import { expect, test } from "vitest";
import { isCommon, isPersonal } from "./weak-password";

test.each([
  "1234567890", "0987654321", "12345678901", "qwertyuiop", "QWERTYUIOP", "poiuytrewq", "asdfghjkl;", "abcdefghij", "zyxwvutsrq", "1212121212", "abababababab", "abcabcabcabc",
  "aaaaaaaaaa1", "1111122222", "12345abcde", "1qaz2wsx3edc", "qwertyasdfgh", "password2026", "Harbin2026!", "2026harbin", "admin123456", "a123456789", "P@ssw0rd2026", "woaini1314520",
  "1q2w3e4r5t", "password19900101", "123456789 0", "!@#$%^&*()", "1234554321",
])("%s is guessed at once", (secret) => expect(isCommon(secret)).toBe(true));

test.each([
  "demo-2026-harbin", "a-long-enough-password", "another-long-password", "a-third-long-password", "correct horse battery", "a whole new password", "another long password", "k7Qp-x2Lm9", "松花江边的第三棵柳树",
  "bicycle-4417-lamp", "XyZ123lamp88", "gE7zXq0pVb3mKw9LtR2s", "password-of-my-aunt",
])("%s may stay", (secret) => expect(isCommon(secret)).toBe(false));

test.each([
  ["zhang.wei@example.com", true], ["ZhangWei2026", true], ["zhang.wei!", true], ["2026zhangwei!!", true], ["example.com", true], ["张伟张伟张伟2026", true], ["zhangwei-bicycle-lamp", false], ["correct horse battery", false],
])("%s belongs to the person: %s", (secret, is) => expect(isPersonal(secret, ["zhang.wei@example.com", "张伟"])).toBe(is));

test("a name of one or two letters forbids nothing", () => {
  expect(isPersonal("li-bicycle", ["li@x.cn", "李"])).toBe(false);
});
