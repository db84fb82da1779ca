import { expect, test } from "vitest";
import { searchDocument } from "@/lib/engine/document";
import { entryOf } from "@/lib/engine/forward";
import { peopleAskedFor } from "@/lib/engine/people";

const people = ["梁世杰", "高峰", "Charlie Li"];
const record = searchDocument({ id: "a", kind: "achievement", title: "碳纤维", people });

test.each<[string, string[]]>([
  ["梁世杰", ["梁世杰"]], ["梁世傑", ["梁世杰"]], ["梁世杰教授", ["梁世杰"]], ["碳纤维 梁世", ["梁世杰"]], ["charlie", ["Charlie Li"]], ["li", []], ["用电高峰", ["高峰"]], ["杰", []], ["", []], ["世界", []],
])("typed %s asks for %j", (typed, names) => {
  expect(peopleAskedFor(record, typed)).toEqual(names);
});

test("names are no words of the record: it weighs and is compared as without them", () => {
  const { people: _, ...without } = record;
  const [{ document: _named, ...named }, { document: _unnamed, ...unnamed }] = [entryOf(record), entryOf(without)];
  expect(named).toEqual(unnamed);
});
