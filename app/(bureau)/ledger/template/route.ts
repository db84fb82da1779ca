import { requireBureau } from "@/app/_server/actor";
import { templateWorkbook } from "@/lib/contracts/imports/workbook";
import { sheetWords } from "@/lib/contracts/imports/data/template";

/** The empty ledger with one invented line. */
export async function GET(): Promise<Response> {
  await requireBureau();
  return new Response(new Uint8Array(await templateWorkbook()), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(sheetWords.ledger)}.xlsx`,
      "cache-control": "private, no-store",
    },
  });
}
