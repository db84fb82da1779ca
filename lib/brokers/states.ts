export const brokerStatuses = ["pending", "approved", "sent_back", "suspended"] as const;
export type BrokerStatus = (typeof brokerStatuses)[number];

export const brokerTransitions = {
  pending: ["approved", "sent_back"],
  sent_back: ["pending"],
  approved: ["suspended"],
  suspended: ["approved"],
} as const satisfies Record<BrokerStatus, readonly BrokerStatus[]>;
