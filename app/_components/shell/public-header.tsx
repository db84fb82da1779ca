"use client";

import Link from "@/app/_components/ui/link";
import { buttonClass } from "@/app/_components/ui/button-look";
import { Details } from "@/app/_components/ui/details";
import { Glyph } from "@/app/_components/ui/glyph";
import { SearchForm } from "@/app/_components/ui/search-form";
import type { SuggestWords } from "@/app/_components/ui/suggest-input";
import type { PaletteWords } from "./command-palette";
import { LookButtons, type LookWords } from "./look-buttons";
import { Manners } from "./manners";
import { NameMark } from "./name-mark";
import { PaletteButton } from "./palette-button";
import { PlaceLinks } from "./place-links";
import { Waiting } from "@/app/_components/ui/waiting";

type Words = {
  loading: string; platform: string; skip: string; tools: string; mainNavigation: string; search: string; menu: string;
  box: { label: string; placeholder: string; submit: string; suggest: SuggestWords };
  palette: { label: string; shortcut: string; words: PaletteWords };
  name: readonly [string, string];
};
type Place = { label: string; href: string };
type Props = { words: Words; look: LookWords; items: readonly Place[]; account: readonly Place[]; hideSearch?: boolean | undefined };

/** The header of public pages. It runs in the browser, too, so that a page sends its words and not its markup a second time. */
export function PublicHeader({ words, look, items, account, hideSearch }: Props) {
  const ways = account.map((one) => <Link key={one.href} href={one.href} className="header-link">{one.label}</Link>);
  return (
    <header className="border-b border-line bg-surface">
      <div className="measure flex items-center justify-between gap-4">
        <a href="#main" className="sr-only z-50 px-2 text-dense focus:not-sr-only">{words.skip}</a>
        <div role="group" aria-label={words.tools} className="ml-auto hidden items-center gap-1 pt-1 md:flex print:hidden">
          <PaletteButton {...words.palette} look="key" />
          <LookButtons words={look} />
          {ways}
        </div>
      </div>
      <div className="measure flex flex-wrap items-center gap-x-2 gap-y-2 py-2.5 md:gap-x-6 md:pt-0 md:pb-3">
        <Link href="/" aria-label={words.platform} className="hover:no-underline"><NameMark lines={words.name} /></Link>
        <nav aria-label={words.mainNavigation} className="hidden md:block">
          <ul className="flex gap-1"><PlaceLinks items={items} look="top" /></ul>
        </nav>
        {hideSearch ? null : <div data-header-search className="ml-auto hidden w-full max-w-sm md:block lg:max-w-md"><SearchForm action="/search" name="q" {...words.box} /></div>}
        <div className="ml-auto flex items-center gap-4 md:hidden large:max-[25rem]:gap-1 print:hidden">
          <Link href="/search" aria-label={words.search} className={buttonClass("text")}><Glyph name="search" /></Link>
          <Details data-menu>
            <summary className={buttonClass("text", "list-none [&::-webkit-details-marker]:hidden")}>{words.menu}</summary>
            <nav aria-label={words.mainNavigation} className="fixed inset-x-0 top-15 bottom-0 z-40 grid content-start overflow-y-auto border-t border-line bg-surface p-4 large:top-19">
              <div className="flex flex-wrap gap-2 border-b border-line pb-3 text-ui">{ways}</div>
              <ul className="grid py-2"><PlaceLinks items={items} look="sheet" /></ul>
              <div className="flex gap-2 border-t border-line pt-3"><LookButtons words={look} /></div>
            </nav>
          </Details>
        </div>
      </div>
      <Waiting word={words.loading} />
      <Manners />
    </header>
  );
}
