import type { ReactNode } from "react";
import { LookButtons, type LookWords } from "./look-buttons";
import { NameMark } from "./name-mark";

type Place = { label: string; href: string };
export type BareWords = {
  name: readonly [string, string]; home: string; tools: string;
  look: LookWords;
  account: Place;
};

/**
 * Header and footer of pages that stand for another one: they are sent along with it or drawn when it failed, so they ask for nothing and hold nothing that
 * needs script. Plain links: the router itself may be what failed.
 */
export function BareFrame({ words: { name, home, tools, look, account }, footer, children }: { words: BareWords; footer: readonly Place[]; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line bg-surface">
        <div className="measure flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
          <a href="/" aria-label={home} className="hover:no-underline"><NameMark lines={name} /></a>
          <div role="group" aria-label={tools} className="flex flex-wrap items-center gap-1 print:hidden">
            <LookButtons words={look} />
            <a href={account.href} className="header-link">{account.label}</a>
          </div>
        </div>
      </header>
      <main id="main" className="measure grid w-full max-w-3xl flex-1 content-start gap-6 py-14">{children}</main>
      <footer className="border-t border-line bg-surface print:hidden">
        <div className="measure flex flex-wrap gap-x-6 gap-y-1 py-6 text-note">{footer.map((link) => <a key={link.href} href={link.href} className="text-ink-2">{link.label}</a>)}</div>
      </footer>
    </div>
  );
}
