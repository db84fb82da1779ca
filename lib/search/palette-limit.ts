import type { Actor } from "@/lib/core/actor";
import { countAttempt, networkOf } from "@/lib/users/limits";

/** Every key is a question, and visitors ask without a name. Where nothing tells one network from another, one would speak for all: there nobody is limited. */
export async function asksTooMuch(actor: Actor, address: string | null): Promise<boolean> {
  return actor.kind === "visitor" && address !== null && (await countAttempt("palette", networkOf(address))) > 0;
}
