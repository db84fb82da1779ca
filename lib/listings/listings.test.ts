import { describe, expect, test } from "vitest";
import { checkFile, maxFileBytes, safeName } from "@/lib/files/rules";
import { roles, type Actor, type OrganisationKind, type Role } from "@/lib/core/actor";
import { canDecide, canReview } from "@/lib/reviews/policy";
import { offers, type ListingFacts } from "./policy";
import { sees } from "./queries";
import { audienceMap } from "./input";
import { changedFields, requiredCount, sectionStates } from "./rules";
import { audiences } from "./states";

function member(role: Role, organisationId = "o1", kind: OrganisationKind = "university"): Actor {
  const acting = { organisationId, slug: organisationId, name: organisationId, kind, verified: true, roles: [role] };
  return { kind: "person", userId: "u1", name: "u1", emailVerified: true, operator: false, brokerId: null, memberships: [acting], acting };
}
const listing = (over: Partial<ListingFacts> = {}): ListingFacts => ({ kind: "achievement", organisationId: "o1", coOwnerIds: [], status: "draft", revision: "none", ...over });

describe("who may do what, in which state", () => {
  test.each([
    ["draft", "none", ["edit", "submit", "discard"]],
    ["pending", "none", ["withdrawSubmission"]],
    ["sent_back", "none", ["edit", "submit", "discard"]],
    ["refused", "none", []],
    ["published", "none", ["revise", "withdraw"]],
    ["published", "draft", ["edit", "submit", "discardRevision", "withdraw"]],
    ["published", "pending", ["withdrawSubmission", "withdraw"]],
    ["published", "sent_back", ["edit", "submit", "discardRevision", "withdraw"]],
    ["withdrawn", "none", ["revise", "relist"]],
    ["suspended", "none", ["revise"]],
    ["discarded", "none", ["recover"]],
  ] as const)("%s with revision %s offers its writers %j", (status, revision, expected) => {
    expect(offers(member("editor"), listing({ status, revision }))).toEqual(expected);
    expect(offers(member("viewer"), listing({ status, revision }))).toEqual([]);
    expect(offers(member("administrator", "o2"), listing({ status, revision }))).toEqual([]);
  });

  test("the bureau suspends and restores, nobody else", () => {
    for (const role of roles) {
      const allowed = role === "reviewer" || role === "director";
      expect(offers(member(role, "b", "bureau"), listing({ status: "published" })).includes("suspend")).toBe(allowed);
      expect(offers(member(role, "b", "bureau"), listing({ status: "suspended" })).includes("restore")).toBe(allowed);
    }
  });

  test("nobody decides on the own organisation's records, or on what another has claimed", () => {
    const reviewer = member("reviewer", "b", "bureau");
    expect(canDecide(reviewer, { organisationId: "o1", coOwnerIds: [], status: "claimed", claimedBy: "u1" })).toBe(true);
    expect(canDecide(reviewer, { organisationId: "o1", coOwnerIds: [], status: "claimed", claimedBy: "u2" })).toBe(false);
    expect(canDecide(reviewer, { organisationId: "o1", coOwnerIds: [], status: "open", claimedBy: null })).toBe(false);
    expect(canReview(reviewer, { organisationId: "b", coOwnerIds: [], status: "claimed", claimedBy: "u1" })).toBe(false);
    expect(canReview(reviewer, { organisationId: "o1", coOwnerIds: ["b"], status: "claimed", claimedBy: "u1" })).toBe(false);
    expect(canReview(member("editor"), { organisationId: "o2", coOwnerIds: [], status: "open", claimedBy: null })).toBe(false);
  });

  test("a wider audience sees everything a narrower one does", () => {
    expect(audiences.map((reader) => audiences.map((field) => sees(reader, field)))).toEqual([[true, false, false], [true, true, false], [true, true, true]]);
  });
});

describe("what changed and what is missing", () => {
  test("the order of keys is no change", () => {
    expect(changedFields({ a: { x: 1, y: 2 }, b: [1], c: "t" }, { a: { y: 2, x: 1 }, b: [1, 2], c: "t" })).toEqual(["b"]);
    expect(changedFields(null, { a: 1, b: 2 })).toEqual(["a", "b"]);
  });

  test("to say that everybody may see a field is no change", () => {
    const said = audienceMap(["price", "ip"]).parse({ price: "public", ip: "deal", title: "deal" });
    expect(said).toEqual({ ip: "deal" });
    expect(changedFields({ audience: {} }, { audience: audienceMap(["price"]).parse({ price: "public" }) })).toEqual([]);
  });

  test("sections tell untouched from unfinished from wrong", () => {
    const sections = [{ key: "s", fields: ["title", "ip"], required: ["title", "ip"] }];
    const state = (problems: Record<string, { code: string }>, filled: boolean) => sectionStates(sections, problems, () => filled)[0]?.state;
    expect(state({ title: { code: "required" } }, false)).toBe("empty");
    expect(state({ title: { code: "required" } }, true)).toBe("missing");
    expect(state({ "ip.0.number": { code: "ip_number" } }, true)).toBe("wrong");
    expect(state({}, true)).toBe("done");
    expect(state({}, false)).toBe("empty");
    expect(requiredCount(sections, { "ip.0.number": { code: "ip_number" } })).toEqual({ done: 1, total: 2 });
  });
});

describe("uploads", () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  test.each([
    ["a.pdf", bytes(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31), "application/pdf"],
    ["a.PNG", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "image/png"],
    ["a.docx", new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...new TextEncoder().encode("word/document.xml")]), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ])("%s is accepted", (name, content, mediaType) => expect(checkFile(name, content)).toEqual({ mediaType }));

  test.each([
    ["a.exe", bytes(0x4d, 0x5a), "file_kind"],
    ["a.svg", bytes(0x3c), "file_kind"],
    ["undefined", bytes(), "required"],
    ["a.pdf", bytes(0x4d, 0x5a), "file_content"],
    ["a.xlsx", new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...new TextEncoder().encode("word/document.xml")]), "file_content"],
    ["a.pdf", bytes(), "file_broken"],
    ["a.pdf", new Uint8Array(maxFileBytes + 1), "file_too_large"],
  ])("%s with the wrong content: refused", (name, content, code) => expect(checkFile(name, content)).toMatchObject({ problem: { code } }));

  test("names lose folders and control characters", () => expect(safeName("C:\\secret\\..\\报\u0000告.pdf")).toBe("报告.pdf"));
});
