"use client";

import { useState } from "react";
import type { ReactNode } from "react";
import { inPlace } from "./in-place";

export type PlacedRow = { id: string; node: ReactNode };

/**
 * The rows of a list of which one may be put aside: as long as the page stays open its place is kept by a line with the way back, so that a slip is
 * undone where it happened. Focus goes with the place (`kept-place`); what was done is said by the shell.
 */
export function RowsInPlace({ rows, aside, empty }: { rows: readonly PlacedRow[]; aside: readonly PlacedRow[]; empty: ReactNode }) {
  const [shown, setShown] = useState<readonly string[]>(() => rows.map((row) => row.id));
  const next = inPlace(shown, rows.map((row) => row.id), aside.map((row) => row.id));
  if (next.join() !== shown.join()) setShown(next);
  return (
    <>
      {rows.length === 0 ? empty : null}
      {next.length === 0 ? null : (
        <ol className="grid gap-4">
          {next.map((id) => {
            const row = rows.find((one) => one.id === id);
            return <li key={id} data-match="">{row ? row.node : <div className="panel bg-sunken">{aside.find((one) => one.id === id)?.node}</div>}</li>;
          })}
        </ol>
      )}
    </>
  );
}
