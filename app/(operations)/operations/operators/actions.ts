"use server";

import { action } from "@/app/_server/action";
import { grantOperator } from "@/lib/users/grant-operator";
import { revokeOperator } from "@/lib/users/revoke-operator";

export const grant = action(grantOperator, { flash: "operatorGranted", then: () => "/operations/operators" });
/** One who has given up their own right has no business on these pages any more. */
export const revoke = action(revokeOperator, { flash: "operatorRevoked", then: (_, form) => (form.get("oneself") ? "/me" : "/operations/operators") });
