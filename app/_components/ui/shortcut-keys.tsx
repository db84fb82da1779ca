"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { buttonClass } from "./button-look";

/**
 * `press` clicks what the selector finds first, `focus` puts the cursor there, `next` and `previous` walk along all it finds. `row`: only in the row of that
 * selector in which the focus stands, or in the first.
 */
export type Shortcut = { key: string; words: string; does: "press" | "focus" | "next" | "previous"; selector: string; row?: string };

type Props = { keys: readonly Shortcut[]; words: { title: string; open: string; off: string; on: string; close: string } };

const setting = "shortcuts-off";
const changed = "shortcuts-changed";

/** Single keys for those who decide all day (look 4.7, 4.8). They can be switched off; the list is under "?". */
export function ShortcutKeys({ keys, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const off = useSyncExternalStore(listen, () => localStorage.getItem(setting) !== null, () => false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (event.key === "?") {
        event.preventDefault();
        dialog.current?.showModal();
        return;
      }
      if (off || event.shiftKey) return;
      // By the physical key: an active Chinese input method reports no letter.
      const found = keys.find(({ key }) => event.code === (key === "/" ? "Slash" : `Key${key.toUpperCase()}`));
      if (!found) return;
      event.preventDefault();
      act(found);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [keys, off]);

  function toggle() {
    if (off) localStorage.removeItem(setting);
    else localStorage.setItem(setting, "1");
    window.dispatchEvent(new Event(changed));
  }

  return (
    <div className="screen-only max-md:hidden">
      <button type="button" className={buttonClass("text")} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>{words.open}</button>
      <dialog ref={dialog} aria-labelledby="shortcuts-title" className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-dialog border border-line bg-surface p-6 text-ui text-ink shadow-modal">
        <h2 id="shortcuts-title" className="mb-3 text-h3">{words.title}</h2>
        <dl className="grid grid-cols-[4rem_1fr] gap-y-2">
          {keys.map((shortcut) => (
            <div key={shortcut.key} className="contents">
              <dt><kbd className="rounded-chip border border-line px-2 text-dense">{shortcut.key}</kbd></dt>
              <dd>{shortcut.words}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-5 flex flex-wrap justify-end gap-3">
          <button type="button" className={buttonClass("plain")} aria-pressed={off} onClick={toggle}>{off ? words.on : words.off}</button>
          <button type="button" className={buttonClass("primary")} onClick={() => dialog.current?.close()}>{words.close}</button>
        </div>
      </dialog>
    </div>
  );
}

function listen(notify: () => void): () => void {
  window.addEventListener(changed, notify);
  return () => window.removeEventListener(changed, notify);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

function act({ does, selector, row }: Shortcut): void {
  const within = row ? (document.activeElement?.closest(row) ?? document.querySelector(row)) : document;
  const found = [...(within?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((element) => element.offsetParent !== null);
  if (does === "press") return found[0]?.click();
  if (does === "focus") return open(found[0]);
  const at = found.findIndex((element) => element === document.activeElement);
  open(found[at < 0 ? 0 : does === "next" ? Math.min(at + 1, found.length - 1) : Math.max(at - 1, 0)]);
}

function open(element: HTMLElement | undefined): void {
  element?.focus();
  element?.scrollIntoView({ block: "center" });
}
