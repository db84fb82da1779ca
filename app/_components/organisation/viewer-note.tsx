import { getTranslations } from "next-intl/server";
import { may, type Actor } from "@/lib/core/actor";

/** For who may read and not act: why there are no buttons here. Nothing for all others. */
export async function ViewerNote({ actor, organisationId }: { actor: Actor; organisationId: string }) {
  if (may(actor, "write", organisationId)) return null;
  return <p className="text-dense text-ink-2">{(await getTranslations("organisations"))("viewer")}</p>;
}
