import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { buttonClass } from "@/app/_components/ui/button-look";
import { Details } from "@/app/_components/ui/details";
import { Glyph } from "@/app/_components/ui/glyph";
import { SearchBox } from "@/app/_components/ui/navigation";
import { LookToggles } from "./look-toggles";
import { Manners } from "./manners";
import { NameMark } from "./name-mark";
import { Palette } from "./palette";
import { PlaceLinks } from "./place-links";
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
  const account = user ? (
    <Link href={user.deskHref} className="inline-flex min-h-(--target) items-center px-2 text-dense whitespace-nowrap md:min-h-8">{t("workspace")}</Link>
  ) : (
    <>
      <Link href="/sign-in" className="inline-flex min-h-(--target) items-center px-2 text-dense whitespace-nowrap md:min-h-8">{t("signIn")}</Link>
      <Link href="/sign-up" className="inline-flex min-h-(--target) items-center px-2 text-dense whitespace-nowrap md:min-h-8">{t("signUp")}</Link>
    </>
  );
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line bg-surface">
        <div className="measure flex items-center justify-between gap-4">
          <a href="#main" className="sr-only z-50 px-2 text-dense focus:not-sr-only">{t("skip")}</a>
          <div role="group" aria-label={t("tools")} className="ml-auto hidden items-center gap-1 pt-1 md:flex print:hidden">
            <Palette look="key" />
            <LookToggles />
            {account}
          </div>
        </div>
        <div className="measure flex flex-wrap items-center gap-x-2 gap-y-2 py-2.5 md:gap-x-6 md:pt-0 md:pb-3">
          <Link href="/" aria-label={t("platform")} className="hover:no-underline"><NameMark /></Link>
          <nav aria-label={t("mainNavigation")} className="hidden md:block">
            <ul className="flex gap-1"><PlaceLinks items={items} look="top" /></ul>
          </nav>
          {hideSearch ? null : <div data-header-search className="ml-auto hidden w-full max-w-sm md:block lg:max-w-md"><SearchBox action="/search" label={t("searchLabel")} placeholder={t("searchPlaceholder")} suggest /></div>}
          <div className="ml-auto flex items-center gap-4 md:hidden large:max-[25rem]:gap-1 print:hidden">
            <Link href="/search" aria-label={t("search")} className={buttonClass("text")}><Glyph name="search" /></Link>
            <Details data-menu>
              <summary className={buttonClass("text", "list-none [&::-webkit-details-marker]:hidden")}>{t("menu")}</summary>
              <nav aria-label={t("mainNavigation")} className="fixed inset-x-0 top-15 bottom-0 z-40 grid content-start overflow-y-auto border-t border-line bg-surface p-4 large:top-19">
                <div className="flex flex-wrap gap-2 border-b border-line pb-3 text-ui">{account}</div>
                <ul className="grid py-2"><PlaceLinks items={items} look="sheet" /></ul>
                <div className="flex gap-2 border-t border-line pt-3"><LookToggles /></div>
              </nav>
            </Details>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 focus:outline-none">{children}</main>
      <SiteFooter demo={demo} links={footerLinks} />
      <Manners />
    </div>
  );
}
