import { Readable } from "node:stream";
import { maybeActor } from "@/app/_server/actor";
import { isBureau, type Actor } from "@/lib/core/actor";
import { canReadDealFile } from "@/lib/deals/queries";
import { findFile, type StoredFile } from "@/lib/files/queries";
import { readBytes } from "@/lib/files/storage";
import { fileSubject } from "@/lib/listings/copy";
import { canReadFile } from "@/lib/listings/read";

type Context = { params: Promise<{ file: string }> };

/** Who may have a file is the question of the room that it belongs to. Kinds that are not listed are nobody's. */
const rooms: Record<string, (actor: Actor, file: StoredFile) => Promise<boolean>> = {
  deal: (actor, file) => canReadDealFile(actor, file.subjectId),
  import: async (actor) => isBureau(actor),
  [fileSubject]: (actor, file) => canReadFile(actor, file.subjectId, file.audience),
};

/** Always as a download under a safe type: an uploaded file must never run in our own pages. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const file = await findFile((await params).file);
  const room = file ? rooms[file.subjectKind] : undefined;
  if (!file || !room || !(await room(await maybeActor(), file))) return new Response(null, { status: 404 });
  const bytes = await readBytes(file.sha256);
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.size),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
