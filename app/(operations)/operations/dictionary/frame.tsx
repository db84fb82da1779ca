import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Tabs } from "@/app/_components/ui/navigation";
import type { DictionaryState } from "@/lib/dictionary/queries";
import { EditionPanel } from "./edition-panel";

const tabs = { standing: "/operations/dictionary", retired: "/operations/dictionary?state=retired", builtIn: "/operations/dictionary/built-in", preview: "/operations/dictionary/preview" } as const;

/** What is in use stands above every part of the dictionary. */
export async function DictionaryFrame({ tab, state, children }: { tab: keyof typeof tabs; state: DictionaryState; children: ReactNode }) {
  const t = await getTranslations("dictionary");
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <h1>{t("title")}</h1>
        <p className="max-w-[44em] text-ui text-ink-2">{t("lead")}</p>
      </header>
      <EditionPanel state={state} previewing={tab === "preview"} />
      <Tabs label={t("tabs.label")} items={(Object.keys(tabs) as (keyof typeof tabs)[]).map((name) => ({ label: t(`tabs.${name}`), href: tabs[name], current: name === tab }))} />
      {children}
    </div>
  );
}
