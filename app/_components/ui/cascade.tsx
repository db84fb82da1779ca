"use client";

import { useState, useSyncExternalStore } from "react";
import { describedBy, FieldGroup } from "./field";
import type { FieldTexts } from "./field";
import type { UiWords } from "./words";

export type CascadeNode = { code: string; label: string; children?: readonly CascadeNode[] };
export type CascadeLevel = { name: string; label: string; defaultValue?: string | null };

const never = () => () => {};

/**
 * Two or three selects where each narrows the next (industry, field, direction).
 * Before script runs every select holds all its entries in groups, so the form also works without it; the server checks the pair.
 */
export function Cascade({ id, levels, tree, words, ...texts }: FieldTexts & { id: string; levels: readonly CascadeLevel[]; tree: readonly CascadeNode[]; words: UiWords["cascade"] }) {
  const live = useSyncExternalStore(never, () => true, () => false);
  const [chosen, setChosen] = useState(levels.map((level) => level.defaultValue ?? ""));

  function choose(at: number, code: string) {
    setChosen((old) => old.map((value, index) => (index < at ? value : index === at ? code : "")));
  }
  const offeredAt = (level: number) => chosen.slice(0, level).reduce((nodes, code) => nodes.find((node) => node.code === code)?.children ?? [], tree);
  return (
    <FieldGroup id={id} {...texts}>
      <div className="flex flex-wrap gap-3">
        {levels.map((level, index) => {
          const offered = offeredAt(index);
          const open = index === 0 || offered.length > 0;
          return (
            <label key={level.name} className="grid min-w-[9em] flex-1 gap-1 text-note text-ink-2">
              {level.label}
              <select
                name={level.name}
                id={level.name === id ? undefined : level.name}
                value={chosen[index]}
                onChange={(event) => choose(index, event.currentTarget.value)}
                className="control w-full"
                {...describedBy(id, texts)}
              >
                <option value="">{open || !live ? words.choose : words.first}</option>
                {live || index === 0 ? offered.map((node) => <option key={node.code} value={node.code}>{node.label}</option>) : <AllOf tree={tree} depth={index} />}
              </select>
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}

/** Every entry of a level, grouped by what it belongs to. */
function AllOf({ tree, depth }: { tree: readonly CascadeNode[]; depth: number }) {
  const parents = depth === 1 ? tree : tree.flatMap((node) => node.children ?? []);
  return parents
    .filter((parent) => parent.children?.length)
    .map((parent) => (
      <optgroup key={parent.code} label={parent.label}>
        {parent.children?.map((node) => (
          <option key={node.code} value={node.code}>
            {node.label}
          </option>
        ))}
      </optgroup>
    ));
}
