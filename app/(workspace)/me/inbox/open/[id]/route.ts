import { requirePerson } from "@/app/_server/actor";
import { found } from "@/app/_server/found";
import { clock } from "@/lib/core/clock";
import { openNotice } from "@/lib/notifications/queries";

/** The way from a notice to what it tells of; the mark "read" is made on it. A plain link leads here: nothing fetches it ahead. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const location = await found(openNotice(await requirePerson(), (await params).id, clock.now()));
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
