import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { removeFile } from "@/lib/files/attach";
import { paperInput } from "./input";
import { mayRemovePaper } from "./policy";
import { getPaperFor } from "./queries";

/** Who put a paper into the room takes it out, and everybody else there is told. What a finished deal was made with stays. */
export const removeDealFile = command({
  name: "deal.file_removed",
  input: paperInput,
  find: getPaperFor,
  allow: (actor, { deal, paper }) => mayRemovePaper(actor, deal, paper),
  async run({ tx, subject: { deal, paper }, input: { fileId }, event }) {
    if (deal.status !== "open") throw new Conflict("deal_papers_kept");
    await removeFile(tx, { kind: "deal", id: deal.id }, fileId, event.at);
    return { result: { fileId }, subjects: [{ kind: "deal", id: deal.id }], facts: { fileId, fileName: paper.name } };
  },
});
