import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { attachFile } from "@/lib/files/attach";
import { attachFileInput } from "./input";
import { canTalk, paperSideOf } from "./policy";
import { getDealFor } from "./queries";

/** A paper for the parties of this deal only. */
export const attachDealFile = command({
  name: "deal.file_attached",
  input: attachFileInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canTalk,
  async run({ tx, actor, subject: deal, input, event }) {
    const bytes = new Uint8Array(await input.file.arrayBuffer()), side = paperSideOf(actor, deal);
    const owner = { organisationId: side && deal[`${side}Id`], userId: userIdOf(actor) };
    const file = await attachFile(tx, { kind: "deal", id: deal.id }, { name: input.file.name, bytes, audience: "deal", owner, event });
    return { result: file, subjects: [{ kind: "deal", id: deal.id }], facts: { fileId: file.fileId, fileName: file.name } };
  },
});
