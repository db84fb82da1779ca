import { Readable } from "node:stream";
import JSZip from "jszip";

/** Of the parts that are read; a ledger of 20,000 rows has about 20 MB. */
export const maxUnpackedBytes = 64 * 1024 * 1024;

/** What of a workbook is read at all, and in which order: a sheet that came before its strings would be put aside on the disk. */
const parts = [/^xl\/_rels\/workbook\.xml\.rels$/, /^xl\/workbook\.xml$/, /^xl\/styles\.xml$/, /^xl\/sharedStrings\.xml$/, /^xl\/worksheets\/sheet\d+\.xml$/];
const placeOf = (name: string) => parts.findIndex((part) => part.test(name));

/**
 * The same workbook without compression, counted while it unfolds: what a zip says of its own sizes may be a lie.
 * @returns null when it unfolds beyond the limit. @throws when it is no zip
 */
export async function unpackWorkbook(bytes: Uint8Array): Promise<Buffer | null> {
  const read = Object.values((await JSZip.loadAsync(bytes)).files).filter((file) => !file.dir && placeOf(file.name) >= 0).sort((a, b) => placeOf(a.name) - placeOf(b.name));
  const plain = new JSZip();
  let left = maxUnpackedBytes;
  for (const file of read) {
    const pieces: Buffer[] = [];
    for await (const piece of new Readable().wrap(file.nodeStream()) as AsyncIterable<Buffer>) {
      left -= piece.length;
      if (left < 0) return null;
      pieces.push(piece);
    }
    plain.file(file.name, Buffer.concat(pieces));
  }
  return plain.generateAsync({ type: "nodebuffer", compression: "STORE" });
}
