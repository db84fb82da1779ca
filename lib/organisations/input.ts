import { z } from "zod";
import { roles, type OrganisationKind, type Role } from "@/lib/core/actor";
import { zoneCodes } from "@/lib/codes/code-sets";
import { isAbroad, isPlace } from "@/lib/codes/places";
import { between } from "@/lib/core/between";
import type { PlainDate } from "@/lib/core/dates";
import { creditCode, email, line, oneOf, optional, personName, phone, place, plainDate, problem, recordId, someOf, text } from "@/lib/core/fields";
import { dishonestyEndings } from "./states";

/** The bureau is set up from the command line, never by a form. */
export const openKinds = ["university", "enterprise", "agency"] as const satisfies readonly OrganisationKind[];

/** Roles that make sense in an organisation of this kind. */
export function rolesOf(kind: OrganisationKind): readonly Role[] {
  return kind === "bureau" ? roles : roles.filter((role) => role !== "reviewer" && role !== "director");
}

/** An official code of so many digits; whether it exists is the select's matter. */
function digits(length: number) {
  return optional(line({ max: length })).refine((code) => code === null || new RegExp(`^\\d{${length}}$`).test(code), problem("choose"));
}

const profile = {
  name: line({ min: 2, max: 60 }),
  shortName: optional(line({ max: 20 })),
  creditCode: optional(creditCode()),
  districtCode: optional(place()).refine((code) => code === null || isPlace(code), problem("choose")),
  zones: someOf(zoneCodes),
  nature: digits(3),
  introduction: optional(text(0, 1000)),
  address: optional(line({ max: 100 })),
  contactName: optional(personName()),
  contactPhone: optional(phone()),
};

const givenRoles = someOf(roles, { min: 1 });

/** Only who sits abroad has no credit code. */
const codeUnlessAbroad = between<{ creditCode: string | null; districtCode: string | null }>(["creditCode", "districtCode"], ({ creditCode: code, districtCode }) => code !== null || isAbroad(districtCode), { at: "creditCode", code: "required" });

export const createInput = z.object({ ...profile, kind: oneOf(openKinds) }).refine(...codeUnlessAbroad);
/** What kind it is may have been chosen wrongly; of the bureau it is not asked. */
export const profileInput = z.object({ ...profile, kind: oneOf(openKinds).optional(), organisationId: recordId() }).refine(...codeUnlessAbroad);
export const organisationInput = z.object({ organisationId: recordId() });

/** `name`, `creditCode` and `kind`: as the operator compared them with the register. */
export const verifyInput = z.object({ organisationId: recordId(), name: optional(line({ max: 60 })), creditCode: optional(line({ max: 18 })), kind: optional(line({ max: 20 })) });

/** Fields that an operator may answer when sending a verification back. */
export const verifiedFields = ["name", "creditCode", "districtCode", "contactName", "contactPhone"] as const;
export const sendBackInput = z.object({
  organisationId: recordId(),
  remarks: z.object(Object.fromEntries(verifiedFields.map((field) => [field, optional(text(2, 200))])) as Record<(typeof verifiedFields)[number], z.ZodType<string | null>>),
});
export const suspendInput = z.object({ organisationId: recordId(), reason: text(2, 200) });

export const dishonestyInput = z.object({
  organisationId: recordId(), reason: text(5, 500), source: line({ min: 2, max: 200 }), listedOn: plainDate(), untilOn: optional(plainDate()),
}).refine(...between<{ listedOn: PlainDate; untilOn: PlainDate | null }>(["listedOn", "untilOn"], ({ listedOn, untilOn }) => untilOn === null || untilOn >= listedOn, { at: "untilOn", code: "until_before_listed" }));
export const endDishonestyInput = z.object({ markId: recordId(), ending: oneOf(dishonestyEndings), note: text(2, 300) });

export const inviteInput = z.object({ organisationId: recordId(), email: email(), roles: givenRoles });
export const invitationInput = z.object({ invitationId: recordId() });
export const acceptInput = z.object({ token: line({ max: 200 }) });
export const joinInput = z.object({ organisationId: recordId(), message: optional(text(0, 200)) });
export const acceptJoinInput = z.object({ requestId: recordId(), roles: givenRoles });
export const declineJoinInput = z.object({ requestId: recordId() });
export const memberRolesInput = z.object({ organisationId: recordId(), userId: recordId(), roles: givenRoles });
export const memberInput = z.object({ organisationId: recordId(), userId: recordId() });
