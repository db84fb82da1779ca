import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { lookWords } from "./look-words";
import { paletteWords } from "./palette-words";
import { PublicHeader } from "./public-header";
import { SiteFooter } from "./site-footer";

type Props = {
  /** Signed-in person and the way to the desk; null for visitors. */
  user: { name: string; deskHref: string } | null;
  demo?: boolean;
  navigation?: readonly { label: string; href: string }[];
  footerLinks?: readonly { label: string; href: string }[];
  /** The front page has its own, larger search box. */
  hideSearch?: boolean;
  children: ReactNode;
};

/** Header, main and footer of every public page. */
export async function PublicShell({ user, demo, navigation, footerLinks, hideSearch, children }: Props) {
  const t = await getTranslations("shell");
  const items = navigation ?? [
    { label: t("achievements"), href: "/achievements" },
    { label: t("needs"), href: "/needs" },
    { label: t("data"), href: "/data" },
  ];
  const account = user ? [{ label: t("workspace"), href: user.deskHref }] : [{ label: t("signIn"), href: "/sign-in" }, { label: t("signUp"), href: "/sign-up" }];
  const box = await getTranslations("ui.search");
  const [look, palette] = await Promise.all([lookWords(), paletteWords()]);
  const words = {
    loading: (await getTranslations("ui"))("loading"), platform: t("platform"), skip: t("skip"), tools: t("tools"), mainNavigation: t("mainNavigation"), search: t("search"), menu: t("menu"), palette,
    box: { label: t("searchLabel"), placeholder: t("searchPlaceholder"), submit: box("submit"), suggest: { list: box("suggestions"), found: box.raw("found") as string } },
    name: [t("nameLine1"), t("nameLine2")] as const,
  };
  return (
    <div className="flex min-h-dvh flex-col">
      <PublicHeader words={words} look={look} items={items} account={account} hideSearch={hideSearch} />
      <main id="main" tabIndex={-1} className="flex-1 focus:outline-none">{children}</main>
      <SiteFooter demo={demo} links={footerLinks} />
    </div>
  );
}
