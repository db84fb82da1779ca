import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { restoreFile } from "@/lib/files/attach";
import { paperInput } from "./input";
import { mayRemovePaper, restorableSince } from "./policy";
import { getPaperFor } from "./queries";

/** A paper that was taken out of the room is put back, as it was. */
export const restoreDealFile = command({
  name: "deal.file_restored",
  input: paperInput,
  find: getPaperFor,
  allow: (actor, { deal, paper }) => mayRemovePaper(actor, deal, paper),
  async run({ tx, subject: { deal, paper }, input: { fileId }, event }) {
    if (deal.status === "ended") throw new Conflict("deal_papers_kept");
    await restoreFile(tx, { kind: "deal", id: deal.id }, fileId, restorableSince(event.at));
    return { result: { fileId }, subjects: [{ kind: "deal", id: deal.id }], facts: { fileId, fileName: paper.name } };
  },
});
