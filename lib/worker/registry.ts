import type { Tx } from "@/db/client";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Postponed } from "@/lib/jobs/postponed";
import { compareSubmitted } from "@/lib/checkups/store";
import { leaveAgencies } from "@/lib/brokers/leave-agency";
import { completeDeals } from "@/lib/deals/complete";
import { handOverDeals } from "@/lib/deals/hand-over";
import { runImportsOf } from "@/lib/contracts/imports/run-import";
import { MATCHING_READER, rematch, rematchReturned } from "@/lib/matching/rematch";
import { notify } from "@/lib/notifications/notify";
import { readWritten } from "@/lib/readings/follow";
import { followNames } from "@/lib/search/keep-initials";
import { project, SEARCH_READER } from "@/lib/search/project";
import { findHits, findHitsOfReturned, SUBSCRIPTIONS_READER } from "@/lib/subscriptions/hits";

export type EventReader = {
  /** Name of its cursor. */
  name: string;
  batch: number;
  read: (tx: Tx, events: StoredEvent[]) => Promise<void>;
  /** Readers that must have kept up in this round. */
  after?: string[];
  /** It calculates for seconds: one batch a round, after which the others have their turn. */
  slow?: true;
  /** What it has put off: a slice a round, after its events. */
  postponed?: { slice: number; read: (tx: Tx, slice: Postponed[]) => Promise<void> };
};

/** Who follows the events, in the order of their runs. */
export const readers: EventReader[] = [
  // First: the engine takes a third of a second for one record at a hundred thousand.
  { name: SEARCH_READER, batch: 500, read: project },
  { name: "notifications", batch: 200, read: notify },
  { name: "initials", batch: 200, read: followNames },
  { name: "deals", batch: 100, read: completeDeals },
  { name: "departures", batch: 50, read: handOverDeals },
  { name: "agencies", batch: 50, read: leaveAgencies },
  { name: "imports", batch: 20, read: runImportsOf },
  { name: "checkups", batch: 50, read: compareSubmitted, after: [SEARCH_READER] },
  { name: "readings", batch: 20, read: readWritten, after: [SEARCH_READER], slow: true },
  // Small batches, so that a worker that dies has not calculated for nothing.
  { name: MATCHING_READER, batch: 10, read: rematch, after: [SEARCH_READER], slow: true, postponed: { slice: 10, read: rematchReturned } },
  // One question to the engine for every saved search.
  { name: SUBSCRIPTIONS_READER, batch: 100, read: findHits, after: [SEARCH_READER], slow: true, postponed: { slice: 100, read: findHitsOfReturned } },
];
