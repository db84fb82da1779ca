import { getTranslations } from "next-intl/server";
import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { isKnownError } from "@/lib/core/errors";
import { logWithReference } from "@/lib/core/log";

/**
 * A part of a page that can do without: where it fails it says so, with the number of its line in the log, and the rest of the page
 * works (look 4). Refusals and redirects are the page's own affair and pass.
 * @param of draws the part; what it only returns as an element, to be drawn later, is not caught
 */
export async function Part({ name, of }: { name: string; of: () => Promise<ReactNode> }) {
  try {
    return await of();
  } catch (error) {
    unstable_rethrow(error);
    if (isKnownError(error)) throw error;
    const t = await getTranslations("errors.part");
    return (
      <p role="alert" className="panel text-dense text-ink-2">
        {t("failed", { reference: logWithReference(error, `part: ${name}`) })}
        {/* Without a path: this very page, with all that its address says. */}
        <a href="" className="link ml-2">{t("retry")}</a>
      </p>
    );
  }
}
