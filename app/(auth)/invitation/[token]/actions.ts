"use server";

import { action } from "@/app/_server/action";
import { acceptInvitation } from "@/lib/organisations/accept-invitation";

export const accept = action(acceptInvitation, { then: (result) => `/o/${result.slug}`, flash: "joined" });
