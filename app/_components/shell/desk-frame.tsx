"use client";

import Link from "@/app/_components/ui/link";
import type { ReactNode } from "react";
import { Told } from "@/app/_components/ui/told";
import { Menu, MenuItem, menuItemClass } from "@/app/_components/ui/menu";
import type { PaletteWords } from "./command-palette";
import { LookButtons, type LookWords } from "./look-buttons";
import { Manners } from "./manners";
import { Joint } from "./name-mark";
import { Offline } from "./offline";
import { PaletteButton } from "./palette-button";
import { IconShape, PlaceLinks, type PlaceItem } from "./place-links";
import { Waiting } from "@/app/_components/ui/waiting";

type Words = {
  loading: string; offline: string; platform: string; skip: string; switchTo: string; close: string; notifications: string; personMenu: string; menu: string; account: string; placesNavigation: string; bottomNavigation: string;
  palette: { label: string; shortcut: string; words: PaletteWords };
};
type Props = {
  words: Words;
  look: LookWords;
  user: string;
  organisation: string | null;
  organisations: readonly { name: string; href: string }[];
  items: readonly PlaceItem[];
  bar: readonly PlaceItem[];
  waiting: number;
  bell: string;
  links: { notifications: string; account: string };
  signOut: ReactNode;
  footer: ReactNode;
  children: ReactNode;
};

/** What `WorkspaceShell` draws. It runs in the browser, too, so that every page of a desk sends its words and not its markup a second time. */
export function DeskFrame({ words, look, user, organisation, organisations, items, bar, waiting, bell, links, signOut, footer, children }: Props) {
  const who = organisation ?? words.platform;
  return (
    <div data-density="work" className="grid min-h-dvh grid-rows-[auto_1fr] print:block md:grid-cols-[5rem_1fr] xl:grid-cols-[13.5rem_1fr]">
      <a href="#main" className="sr-only z-50 focus:not-sr-only focus:absolute focus:bg-surface focus:p-2">{words.skip}</a>
      <header className="screen-only sticky top-0 z-30 col-span-full flex items-center gap-3 border-b border-line bg-surface px-3 py-1.5 max-md:gap-1 md:px-4">
        <Link href="/" aria-label={words.platform} className="grid place-items-center hover:no-underline max-md:min-h-11 max-md:min-w-9"><Joint className="size-7" /></Link>
        {organisations.length > 0 ? (
          <Menu align="start" variant="text" spoken={`${words.switchTo} ${who}`} className="min-w-0" label={<span className="max-w-[12em] truncate font-semibold text-ink">{who}</span>}>
            {organisations.map((other) => (
              <MenuItem key={other.href}><Link href={other.href} className={menuItemClass}>{other.name}</Link></MenuItem>
            ))}
          </Menu>
        ) : (
          <span className="max-w-[16em] min-w-0 truncate text-ui font-semibold">{who}</span>
        )}
        <PaletteButton {...words.palette} />
        <div className="ml-auto flex shrink-0 items-center gap-1">
          <div className="flex max-lg:hidden"><LookButtons words={look} /></div>
          <Link href={links.notifications} aria-label={words.notifications} className="inline-flex min-h-9 items-center gap-1.5 px-2 text-dense text-ink max-md:hidden">
            <IconShape shape={bell} className="icon size-5" />
            {waiting > 0 ? <span className="rounded-chip bg-accent px-1.5 text-note font-semibold text-on-accent">{waiting}</span> : null}
          </Link>
          <Menu variant="text" spoken={words.personMenu} label={<><span className="max-w-[8em] truncate text-ink max-md:hidden">{user}</span><span className="text-ink md:hidden">{words.menu}</span></>}>
            <li className="grid md:hidden">
              <p className="truncate border-b border-line px-4 pb-2 text-note text-ink-2">{user}</p>
              <ul><PlaceLinks items={items} look="side" /></ul>
            </li>
            <MenuItem><Link href={links.account} className={menuItemClass}>{words.account}</Link></MenuItem>
            <li className="flex gap-1 border-y border-line px-2 py-1 lg:hidden"><LookButtons words={look} /></li>
            <MenuItem>{signOut}</MenuItem>
          </Menu>
        </div>
      </header>
      <p className="print-only border-b border-line pb-1 text-note">{words.platform}{"\u3000"}{organisation}</p>
      <nav aria-label={words.placesNavigation} className="hidden border-r border-line bg-surface md:block">
        <ul className="sticky top-14 grid gap-0.5 p-2"><PlaceLinks items={items} look="side" /></ul>
      </nav>
      <div className="flex min-w-0 flex-col pb-16 md:pb-0 print:pb-0">
        <Offline sentence={words.offline} />
        <main id="main" tabIndex={-1} className="w-full max-w-[100rem] flex-1 px-4 py-5 focus:outline-none md:px-6 print:px-0 print:py-2">{children}</main>
        {footer}
      </div>
      <nav aria-label={words.bottomNavigation} className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface md:hidden">
        <ul className="flex"><PlaceLinks items={bar} look="bar" /></ul>
      </nav>
      <Told close={words.close} />
      <Waiting word={words.loading} />
      <Manners />
    </div>
  );
}
