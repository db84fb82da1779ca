import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/app/_components/ui/icon";
import type { IconName } from "@/app/_components/ui/icon";
import { Menu, MenuItem, menuItemClass } from "@/app/_components/ui/menu";
import { LookButtons } from "./look-buttons";
import { lookWords } from "./look-words";
import { Manners } from "./manners";
import { Joint } from "./name-mark";
import { PaletteButton } from "./palette-button";
import { paletteWords } from "./palette-words";
import { PlaceLinks } from "./place-links";
import { SiteFooter } from "./site-footer";

export type Place = { label: string; href: string; icon: IconName; count?: number; exact?: boolean };

type Props = {
  user: { name: string };
  /** For whom one acts now; null outside an organisation (operator, own account). */
  organisation: { name: string } | null;
  /** Where one can switch to, without the present one. */
  organisations: readonly { name: string; href: string }[];
  places: readonly Place[];
  /** Things that need an act of mine: the number at the bell. */
  counts: { notifications: number };
  links: { desk: string; notifications: string; account: string };
  /** The form that signs out; its button takes `menuItemClass`. */
  signOut: ReactNode;
  demo?: boolean;
  children: ReactNode;
};

/** Desk: the left column is places, the top is who I am and find anything. Dense from tablets up. */
export async function WorkspaceShell({ user, organisation, organisations, places, counts, links, signOut, demo, children }: Props) {
  const t = await getTranslations("shell");
  const [look, palette] = await Promise.all([lookWords(), paletteWords()]);
  const items = places.map(({ icon, ...place }) => ({ ...place, icon: <Icon name={icon} />, ...(place.count ? { countWords: t("placeCount", { count: place.count }) } : {}) }));
  const who = organisation?.name ?? t("platform");
  const bar = [
    { label: t("desk"), href: links.desk, icon: <Icon name="house" />, exact: true },
    { label: t("search"), href: "/search", icon: <Icon name="search" /> },
    { label: t("messages"), href: links.notifications, icon: <Icon name="bell" />, count: counts.notifications, countWords: t("placeCount", { count: counts.notifications }) },
    { label: t("mine"), href: links.account, icon: <Icon name="user" /> },
  ];
  return (
    <div data-density="work" className="grid min-h-dvh grid-rows-[auto_1fr] print:block md:grid-cols-[5rem_1fr] xl:grid-cols-[13.5rem_1fr]">
      <a href="#main" className="sr-only z-50 focus:not-sr-only focus:absolute focus:bg-surface focus:p-2">{t("skip")}</a>
      <header className="screen-only sticky top-0 z-30 col-span-full flex items-center gap-3 border-b border-line bg-surface px-3 py-1.5 md:px-4">
        <Link href="/" aria-label={t("platform")} className="grid place-items-center hover:no-underline max-md:min-h-11 max-md:min-w-9"><Joint className="size-7" /></Link>
        {organisations.length > 0 ? (
          <Menu align="start" variant="text" spoken={`${t("switchOrganisation")} ${who}`} label={<span className="max-w-[12em] truncate font-semibold text-ink">{who}</span>}>
            {organisations.map((other) => (
              <MenuItem key={other.href}><Link href={other.href} className={menuItemClass}>{other.name}</Link></MenuItem>
            ))}
          </Menu>
        ) : (
          <span className="max-w-[16em] truncate text-ui font-semibold">{who}</span>
        )}
        <PaletteButton {...palette} />
        <div className="ml-auto flex items-center gap-1">
          <Link href={links.notifications} aria-label={t("notificationsCount", { count: counts.notifications })} className="inline-flex min-h-9 items-center gap-1.5 px-2 text-dense text-ink max-md:hidden">
            <Icon name="bell" className="size-5" />
            {counts.notifications > 0 ? <span className="rounded-chip bg-accent px-1.5 text-note font-semibold text-on-accent">{counts.notifications}</span> : null}
          </Link>
          <Menu variant="text" spoken={t("personMenu", { name: user.name })} label={<span className="text-ink">{user.name}</span>}>
            <li className="grid md:hidden">
              <ul><PlaceLinks items={items} look="side" /></ul>
            </li>
            <MenuItem><Link href={links.account} className={menuItemClass}>{t("account")}</Link></MenuItem>
            <li className="flex gap-1 border-y border-line px-2 py-1"><LookButtons words={look} /></li>
            <MenuItem>{signOut}</MenuItem>
          </Menu>
        </div>
      </header>
      <p className="print-only border-b border-line pb-1 text-note">{t("platform")}{"\u3000"}{organisation?.name}</p>
      <nav aria-label={t("placesNavigation")} className="hidden border-r border-line bg-surface md:block">
        <ul className="sticky top-14 grid gap-0.5 p-2"><PlaceLinks items={items} look="side" /></ul>
      </nav>
      <div className="flex min-w-0 flex-col pb-16 md:pb-0 print:pb-0">
        <main id="main" tabIndex={-1} className="w-full max-w-[100rem] flex-1 px-4 py-5 focus:outline-none md:px-6 print:px-0 print:py-2">{children}</main>
        <SiteFooter demo={demo} />
      </div>
      <nav aria-label={t("bottomNavigation")} className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface md:hidden">
        <ul className="flex"><PlaceLinks items={bar} look="bar" /></ul>
      </nav>
      <Manners />
    </div>
  );
}
