export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** Longest common subsequence over tokens; quadratic, so callers keep the lists short (sentences, then words of one sentence). */
function compare(before: readonly string[], after: readonly string[]): DiffPart[] {
  const width = after.length + 1;
  const length = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      length[i * width + j] =
        before[i] === after[j] ? (length[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart["kind"], text = "") => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      push("same", before[i]);
      i += 1;
      j += 1;
    } else if (i < before.length && (j >= after.length || (length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0))) {
      push("removed", before[i]);
      i += 1;
    } else {
      push("added", after[j]);
      j += 1;
    }
  }
  return parts;
}

const sentences = (text: string) => text.match(/[^\u3002\uff1b\uff01\uff1f\n]*[\u3002\uff1b\uff01\uff1f\n]?/gu)?.filter(Boolean) ?? [];

function words(text: string): string[] {
  // One segmenter per call is cheap beside the comparison, and keeps this function free of module state.
  return [...new Intl.Segmenter("zh-CN", { granularity: "word" }).segment(text)].map((piece) => piece.segment);
}

const longestInWords = 600;

/** Differences by sentence, then by word inside a sentence that was changed (look.md 4.8). */
export function diffText(before: string, after: string): DiffPart[] {
  const rough = compare(sentences(before), sentences(after));
  const fine: DiffPart[] = [];
  for (let index = 0; index < rough.length; index += 1) {
    const part = rough[index];
    const next = rough[index + 1];
    if (!part) continue;
    if (part.kind === "removed" && next?.kind === "added") {
      const short = part.text.length <= longestInWords && next.text.length <= longestInWords;
      fine.push(...(short ? compare(words(part.text), words(next.text)) : [part, next]));
      index += 1;
    } else fine.push(part);
  }
  return fine;
}
