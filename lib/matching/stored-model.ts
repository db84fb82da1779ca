import { termOf, termText } from "@/lib/engine/analyse";
import type { StoredModel } from "@/lib/engine/meaning-store";
import { normaliseVector, type VectorModel } from "@/lib/matching/vectors";

/** A learnt model in the form that processes share. A byte a number loses a half per cent of a cosine. */
export function toStored(learnt: VectorModel | null, about: Pick<StoredModel, "model" | "records" | "outsideFloor" | "outsideService" | "outsideWidth">): StoredModel {
  if (!learnt) return { ...about, dimensions: 0, terms: [], rows: new Int8Array(0) };
  const { dimensions, vectors } = learnt;
  const rows = new Int8Array(vectors.length);
  for (let from = 0; from < vectors.length; from += dimensions) {
    let most = 0;
    for (let i = from; i < from + dimensions; i++) most = Math.max(most, Math.abs(vectors[i]!));
    if (most > 0) for (let i = from; i < from + dimensions; i++) rows[i] = Math.round((127 * vectors[i]!) / most);
  }
  return { ...about, dimensions, terms: [...learnt.rows.keys()].map(termText), rows };
}

/** The model as this process numbers its terms; null if there was too little text to learn from. */
export function fromStored(stored: StoredModel): VectorModel | null {
  const { dimensions, terms } = stored;
  if (terms.length === 0) return null;
  const vectors = Float32Array.from(stored.rows);
  for (let row = 0; row < terms.length; row++) normaliseVector(vectors.subarray(row * dimensions, (row + 1) * dimensions));
  return { dimensions, rows: new Map(terms.map((text, row) => [termOf(text), row])), vectors };
}
