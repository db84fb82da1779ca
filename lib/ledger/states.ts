/** Kinds of ledger entries (domain A1). The ledger is append-only; a wrong entry is answered by its opposite. */
export const entryKinds = ["registered", "changed", "cancelled", "reversed"] as const;
export type EntryKind = (typeof entryKinds)[number];

export const importStatuses = ["checking", "checked", "importing", "imported", "undoing", "undone", "failed", "discarded"] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importTransitions = {
  checking: ["checked", "failed"],
  checked: ["importing", "discarded"],
  importing: ["imported"],
  imported: ["undoing"],
  undoing: ["undone"],
  undone: [],
  failed: [],
  discarded: [],
} as const satisfies Record<ImportStatus, readonly ImportStatus[]>;
