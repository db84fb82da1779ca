"use server";

import { action } from "@/app/_server/action";
import { confirmImport } from "@/lib/contracts/imports/confirm";
import { discardImport } from "@/lib/contracts/imports/discard";
import { undoImport } from "@/lib/contracts/imports/undo";
import { uploadLedger } from "@/lib/contracts/imports/upload";

export const upload = action(uploadLedger, { flash: "ledgerUploaded", then: (result) => `/ledger/${result.importId}` });
export const confirm = action(confirmImport, { flash: "importConfirmed" });
export const discard = action(discardImport, { flash: "importDiscarded" });
export const undo = action(undoImport, { flash: "importUndone" });
