/**
 * The short code lists as constants, for schemas and types. Client-safe: no names, no JSON.
 * Names stand in `data/lists.json` and are read through `lists.ts`; a test keeps both alike.
 */
export const modes = [
  "transfer", "license", "joint_implementation", "equity", "self_implementation",
  "commissioned_development", "joint_development", "technical_service", "technical_consulting", "joint_platform", "secondment",
] as const;
export type Mode = (typeof modes)[number];

export const ipKinds = [
  "technical_secret", "invention_patent", "utility_model", "design_patent", "software_copyright",
  "plant_variety", "layout_design", "new_drug", "design_copyright", "none",
] as const;
export type IpKind = (typeof ipKinds)[number];

export const ipStatuses = ["granted", "applied", "registered", "secret"] as const;

/** In the order of the national form. `lib/contracts/states.ts` holds the same five for the table's check. */
export const contractTypeCodes = ["development", "transfer", "license", "consulting", "service"] as const;

export const planSourceCodes = ["national", "ministerial", "provincial", "municipal", "none"] as const;

export const techAreaCodes = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"] as const;

export const payMethods = ["once", "instalments", "royalty", "entry_royalty", "conditional"] as const;

export const pricingMethods = ["agreement", "listing", "auction"] as const;

export const natureGroups = ["enterprise", "university", "research", "hospital", "institution", "government", "association", "person", "overseas"] as const;
export type NatureGroup = (typeof natureGroups)[number];

/** Where the buyer sits, seen from Harbin (domain C4). */
export const flowCodes = ["local", "province", "country", "abroad"] as const;
export type FlowCode = (typeof flowCodes)[number];

/** Functional zones overlap districts: a tag of an organisation, never a summand (domain A9). */
export const zoneCodes = ["new_area", "high_tech", "economic", "hanan", "limin", "free_trade", "shenha", "songbei_science", "corridor_south", "corridor_river"] as const;

export const maturityLevels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;
