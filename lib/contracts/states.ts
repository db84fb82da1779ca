export const contractStatuses = ["signed", "fulfilled", "terminated", "undone"] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/** Fulfilled and terminated are said by the parties of a contract that grew here; undone comes with an import that is taken back, with one record of two that gives way, or with a record that its own sides take back before it was ever registered. */
export const contractTransitions = {
  signed: ["fulfilled", "terminated", "undone"],
  // Said by mistake: taken back within some days.
  fulfilled: ["signed"],
  terminated: ["signed"],
  undone: ["signed"],
} as const satisfies Record<ContractStatus, readonly ContractStatus[]>;

export const contractOrigins = ["deal", "ledger"] as const;
export type ContractOrigin = (typeof contractOrigins)[number];

/** Neither given up nor taken back: it can still be registered, done or not (domain A8: two state machines). */
export const standingStatuses = ["signed", "fulfilled"] as const satisfies readonly ContractStatus[];

export function isStanding(status: ContractStatus): boolean {
  return (standingStatuses as readonly ContractStatus[]).includes(status);
}

/** Civil Code ch. 20 (2021): five types. Names and sub-types are in lib/codes. */
export const contractTypes = ["development", "service", "transfer", "license", "consulting"] as const;
export type ContractType = (typeof contractTypes)[number];

export const partySides = ["seller", "buyer", "broker"] as const;
export type PartySide = (typeof partySides)[number];
