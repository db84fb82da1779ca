import { command } from "@/lib/command";
import { removeFile } from "@/lib/files/attach";
import { removeFileInput } from "./input";
import { canTalk } from "./policy";
import { getDealFor } from "./queries";

export const removeDealFile = command({
  name: "deal.file_removed",
  input: removeFileInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId),
  allow: canTalk,
  async run({ tx, subject: deal, input, event }) {
    await removeFile(tx, { kind: "deal", id: deal.id }, input.fileId, event.at);
    return { result: { fileId: input.fileId }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});
