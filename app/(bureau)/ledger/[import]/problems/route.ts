import { requireBureau } from "@/app/_server/actor";
import { problemsWorkbook } from "@/lib/contracts/imports/workbook";
import { sheetWords } from "@/lib/contracts/imports/data/template";
import { isKnownError } from "@/lib/core/errors";

/** The rows to be mended, marked, in the template's own form. */
export async function GET(_request: Request, { params }: { params: Promise<{ import: string }> }): Promise<Response> {
  const actor = await requireBureau();
  try {
    return new Response(new Uint8Array(await problemsWorkbook(actor, (await params).import)), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(sheetWords.problems)}.xlsx`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (isKnownError(error)) return new Response(null, { status: 404 });
    throw error;
  }
}
