import type { EventName } from "@/lib/events/names";
import { recipients as achievements } from "@/lib/achievements/notify";
import { recipients as brokers } from "@/lib/brokers/notify";
import { recipients as registrations } from "@/lib/contracts/registrations/notify";
import { recipients as deals } from "@/lib/deals/notify";
import { recipients as interests } from "@/lib/interests/notify";
import { recipients as imports } from "@/lib/contracts/imports/notify";
import { recipients as needs } from "@/lib/needs/notify";
import { recipients as organisations } from "@/lib/organisations/notify";
import type { Recipients } from "./notice";

export const recipients: Recipients = { ...achievements, ...needs, ...brokers, ...organisations, ...interests, ...deals, ...registrations, ...imports };

/** Decided: these tell nobody. Every event name stands either here or in a room's notify.ts (recipients.test.ts). */
export const nobody: readonly EventName[] = [];
