import { describe, expect, it, test } from "vitest";
import { contractTransitions } from "@/lib/contracts/states";
import { registrationTransitions } from "@/lib/contracts/registrations/states";
import { isFinished, leadingOf, turnOf, type ContractState } from "./rules";
import { importTransitions } from "@/lib/ledger/states";
import { dealTransitions } from "./states";

const contract = (registration: ContractState["registration"], status: ContractState["status"] = "signed"): ContractState => ({ status, registration });
const [draft, registered, changed, refused, given] = [contract("draft"), contract("registered"), contract("changed"), contract("refused"), contract("draft", "terminated")];

describe("a deal", () => {
  test.each([
    ["without a contract", [], false],
    ["with one on its way", [draft], false],
    ["with one registered", [registered], true],
    ["with one changed and one refused", [refused, changed], true],
    ["with one registered and one on its way", [registered, draft], false],
    ["with one registered and one terminated before it was", [given, registered], true],
    ["with a refused one alone", [refused], false],
  ] as const)("%s is finished: %j → %s", (_, contracts, finished) => expect(isFinished(contracts)).toBe(finished));

  it("speaks of the contract that asks for something, otherwise of one that counts", () => {
    expect(leadingOf([registered, refused, draft])).toBe(draft);
    expect(leadingOf([refused, registered])).toBe(registered);
    expect(leadingOf([refused, given])).toBe(given);
    expect(turnOf({ stage: "signed", status: "open" }, null, given)).toEqual({ who: "both", task: "void" });
    expect(turnOf({ stage: "signed", status: "open" }, null, refused)).toEqual({ who: "both", task: "refused" });
  });
});

test("every state but the first is led to from another", () => {
  const tables: [string, Record<string, readonly string[]>][] = [["draft", registrationTransitions], ["signed", contractTransitions], ["negotiation", dealTransitions], ["checked", importTransitions]];
  for (const [first, table] of tables) {
    const reached = new Set(Object.values(table).flat());
    expect(Object.keys(table).filter((state) => state !== first && !reached.has(state))).toEqual([]);
  }
});
