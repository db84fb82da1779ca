import type { FieldProblem } from "@/lib/core/errors";
import { firstCharacters, lastCharacters } from "@/lib/core/typed-text";

/** One file of at most 50 MB (look 5.5). */
export const maxFileBytes = 50 * 1024 * 1024;

/** How long the bytes of a removed file are kept: longer than any removal can be taken back. */
export const removedKeptDays = 30;

const zip = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

type Kind = { mediaType: string; starts: number[]; /** A name that a zip container of this kind must list. */ holds?: string; at?: number };

/** The accepted kinds by extension, each with the bytes that its content begins with. */
const kinds: Record<string, Kind> = {
  pdf: { mediaType: "application/pdf", starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  doc: { mediaType: "application/msword", starts: compound },
  xls: { mediaType: "application/vnd.ms-excel", starts: compound },
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", starts: zip, holds: "word/" },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", starts: zip, holds: "xl/" },
  png: { mediaType: "image/png", starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  jpg: { mediaType: "image/jpeg", starts: [0xff, 0xd8, 0xff] },
  jpeg: { mediaType: "image/jpeg", starts: [0xff, 0xd8, 0xff] },
  gif: { mediaType: "image/gif", starts: [0x47, 0x49, 0x46, 0x38] },
  webp: { mediaType: "image/webp", starts: [0x57, 0x45, 0x42, 0x50], at: 8 },
};

/** For the `accept` of a file box. */
export const acceptedFiles = Object.keys(kinds).map((extension) => `.${extension}`).join(",");

export type Checked = { mediaType: string } | { problem: FieldProblem };

/** Kind, size and content of an upload. The name tells the kind, the first bytes must agree with it. */
export function checkFile(name: string, bytes: Uint8Array): Checked {
  // A box that was left empty arrives as a file of no bytes, called "undefined" where a script sent it.
  if (name.trim() === "" || (bytes.length === 0 && !name.includes("."))) return { problem: { code: "required" } };
  const kind = kinds[/\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ""];
  if (!kind) return { problem: { code: "file_kind", values: { name: firstCharacters(name, 80) } } };
  if (bytes.length === 0) return { problem: { code: "file_broken" } };
  if (bytes.length > maxFileBytes) return { problem: { code: "file_too_large", values: { max: 50, is: Math.ceil(bytes.length / 1024 / 1024) } } };
  const at = kind.at ?? 0;
  const fits = kind.starts.every((byte, i) => bytes[at + i] === byte) && (!kind.holds || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(kind.holds));
  return fits ? { mediaType: kind.mediaType } : { problem: { code: "file_content", values: { kind: name.trim().split(".").pop()?.toUpperCase() ?? "" } } };
}

/** The name as it may be shown and sent: without folders and control characters. */
export function safeName(name: string): string {
  const base = name.split(/[\\/]/).pop() ?? "";
  return lastCharacters(base.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim(), 120) || "file";
}
