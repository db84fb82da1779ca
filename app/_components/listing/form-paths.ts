import type { ListingKind } from "@/lib/listings/states";
import { deskPath } from "./paths";

/** Where a form that was sent for an organisation leads on to. */
export function ownPath(form: FormData, kind: ListingKind, id: string, page?: "edit" | "check" | "submitted"): string {
  return deskPath(encodeURIComponent(String(form.get("_org") ?? "")), kind, id, page);
}

/** Reads an upload for `attach-file`; without a file the act's own check answers. */
export async function fileInput(form: FormData): Promise<unknown> {
  const file = form.get("file");
  const given = file instanceof File ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { name: "", bytes: new Uint8Array() };
  return { listingId: form.get("listingId"), audience: form.get("audience") || undefined, ...given };
}
