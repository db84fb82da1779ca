import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/shell/public-shell";
import { PrintedBy } from "@/app/_components/ui/printed-by";
import { env } from "@/lib/core/env";
import { maybeActor } from "./actor";
import { deskPath } from "./desk";
import { FlashBar } from "./flash-bar";

/** Header and footer of public pages, for whoever asks. */
export async function PublicFrame({ hideSearch, children }: { hideSearch?: boolean; children: ReactNode }) {
  const actor = await maybeActor();
  const [t, ui] = await Promise.all([getTranslations("users"), getTranslations("ui")]);
  return (
    <PublicShell
      user={actor.kind === "person" ? { name: actor.name, deskHref: deskPath(actor) } : null}
      demo={env().appEnv === "local"}
      hideSearch={hideSearch}
      footerLinks={[{ label: t("footer.terms"), href: "/terms" }, { label: t("footer.privacy"), href: "/privacy" }, { label: t("footer.brokers"), href: "/brokers" }]}
    >
      <FlashBar />
      <PrintedBy at={ui("printedAt")} pages={ui.raw("printedPages") as string} by={actor.kind === "person" ? ui("printedBy", { name: actor.name }) : null} />
      {children}
    </PublicShell>
  );
}
