import { cache } from "react";
import { countToRegister } from "@/lib/contracts/registrations/queries";
import { countToDo } from "@/lib/notifications/queries";
import { queueStanding } from "@/lib/reviews/queries";

/** What needs this person: the frame says it at the bell, a desk in its first sentence. One query per request. */
export const toDo = cache(countToDo);

/** The queue as the frame counts it and a reviewer's desk tells it. One query per request. */
export const standingOfQueue = cache(queueStanding);

/** The contracts that wait for a registrar, counted at their place. One query per request. */
export const toRegister = cache(countToRegister);
