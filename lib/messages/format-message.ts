import compile from "icu-minify/compile";
import formatCompiled from "use-intl/format-message/format-only";

type Given = Parameters<typeof formatCompiled>;
const kept = new Map<string, Given[1]>();

/**
 * Stands in for next-intl's own formatter (`use-intl/format-message`, next.config.ts), which reads every message anew for every
 * request: a tenth of the time of each page. The catalogs never change while a process lives, so each message is read once.
 */
export default function formatMessage(key: Given[0], message: string, values: Given[2], options: Given[3]): ReturnType<typeof formatCompiled> {
  let compiled = kept.get(message);
  if (compiled === undefined) {
    compiled = compile(message);
    kept.set(message, compiled);
  }
  return formatCompiled(key, compiled, values, options);
}

/** What `t.raw` hands out is the message as it stands in its catalog. */
formatMessage.raw = true;
