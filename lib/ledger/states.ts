/** Kinds of ledger entries (domain A1). The ledger is append-only; a wrong entry is answered by its opposite. */
export const entryKinds = ["registered", "changed", "cancelled", "reversed"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A file is checked while it is handed in; a row that cannot be taken over is refused by itself, so an import has no end but these. */
export const importStatuses = ["checked", "importing", "imported", "undone", "discarded"] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importTransitions = {
  checked: ["importing", "discarded"],
  importing: ["imported"],
  imported: ["undone"],
  undone: [],
  discarded: [],
} as const satisfies Record<ImportStatus, readonly ImportStatus[]>;
