"use server";

import { action } from "@/app/_server/action";
import { createOrganisation } from "@/lib/organisations/create";
import { requestToJoin } from "@/lib/organisations/request-to-join";
import { withdrawJoin } from "@/lib/organisations/withdraw-join";
import { requestVerification } from "@/lib/users/request-verification";

export const found = action(createOrganisation, { then: (made) => `/o/${made.slug}`, flash: "organisationCreated" });
export const join = action(requestToJoin, { flash: "joinRequested" });
export const takeBack = action(withdrawJoin, { flash: "joinWithdrawn" });
export const resend = action(requestVerification, { flash: "verificationMailed" });
