"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { beginWaiting } from "@/app/_components/ui/waiting";

export type PaletteWords = { title: string; placeholder: string; close: string; empty: string; failed: string; loading: string; hint: string };
/** A place to go to, or a switch of the look (`/api/preferences`). */
export type PaletteItem = { label: string; detail?: string } & ({ href: string; choose?: never } | { href?: never; choose: { name: string; value: string } });
export type PaletteGroup = { title: string; items: PaletteItem[] };

const quietMs = 120;
const optionLook = "flex min-h-10 w-full items-center justify-between gap-4 rounded-control px-3 text-left text-dense text-ink hover:no-underline aria-selected:bg-accent-soft";

/** "Take me there": asks `/api/palette?q=` and moves by keyboard; nothing reacts while an input method is composing. */
export function CommandPalette({ open, onClose, words }: { open: boolean; onClose: () => void; words: PaletteWords }) {
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const [answer, setAnswer] = useState<{ groups: PaletteGroup[]; state: "loading" | "ready" | "failed" }>({ groups: [], state: "loading" });
  const [active, setActive] = useState(0);
  const items = answer.groups.flatMap((group) => group.items);

  useEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal();
      // What was asked last stands there: the next word takes its place.
      dialog.current?.querySelector("input")?.select();
    }
    if (!open) dialog.current?.close();
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/palette?q=${encodeURIComponent(query)}`, { signal: stop.signal });
        if (!response.ok) throw new Error(`palette answered ${response.status}`);
        const body = (await response.json()) as { groups: PaletteGroup[] };
        setAnswer({ groups: body.groups.filter((group) => group.items.length > 0), state: "ready" });
        setActive(0);
      } catch {
        // A newer question has replaced this one, or the network failed; only the latter is told.
        if (!stop.signal.aborted) setAnswer({ groups: [], state: "failed" });
      }
    }, quietMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [open, query]);

  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, id]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setActive((active + step + items.length) % items.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // The switch is a button of a plain form: pressing it is choosing it.
      if (items[active]?.choose) return document.getElementById(`${id}-${active}`)?.click();
      const href = items[active]?.href ?? `/search?q=${encodeURIComponent(query)}`;
      if (event.ctrlKey || event.metaKey) window.open(href, "_blank", "noopener");
      else {
        onClose();
        beginWaiting();
        router.push(href);
      }
    }
  }

  return (
    <dialog ref={dialog} aria-label={words.title} onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()} className="mx-auto mt-[12vh] max-h-[70vh] w-[min(44rem,calc(100vw-1.5rem))] flex-col overflow-hidden rounded-dialog border border-line bg-surface p-0 text-ink shadow-modal open:flex max-md:m-0 max-md:h-dvh max-md:max-h-none max-md:w-screen max-md:max-w-none max-md:rounded-none">
      <div className="flex items-center gap-2 border-b border-line p-3">
        <input
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
          aria-label={words.title}
          autoComplete="off"
          placeholder={words.placeholder}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className="h-11 w-full bg-transparent px-2 text-lead focus-visible:shadow-none focus-visible:outline-none"
        />
        <button type="button" onClick={onClose} className="shrink-0 px-2 text-dense text-accent">{words.close}</button>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={words.title} className="flex-1 overflow-y-auto p-2">
        {answer.groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title} className="grid grid-cols-[5em_1fr] gap-x-2 py-1 max-md:block">
            <p aria-hidden className="px-2 py-2 text-note text-ink-3">{group.title}</p>
            <div>
              {group.items.map((item) => {
                const index = items.indexOf(item);
                const option = { id: `${id}-${index}`, role: "option", "aria-selected": index === active, tabIndex: -1, onMouseMove: () => setActive(index), className: optionLook } as const;
                if (item.choose) return <button key={item.label} {...option} form={`${id}-look`} name={item.choose.name} value={item.choose.value}>{item.label}</button>;
                return (
                  <a key={item.href + item.label} {...option} href={item.href} onClick={onClose}>
                    <span className="min-w-0 flex-1 truncate">{item.label}</span>
                    {item.detail ? <span className="max-w-1/2 truncate text-note text-ink-3">{item.detail}</span> : null}
                  </a>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <form id={`${id}-look`} action="/api/preferences" method="post" hidden />
      <p role="status" className="px-4 py-2 text-dense text-ink-2">
        {items.length > 0 ? "" : answer.state === "ready" ? words.empty : answer.state === "failed" ? words.failed : words.loading}
      </p>
      <p aria-hidden className="border-t border-line px-4 py-2 text-note text-ink-3 max-md:hidden">{words.hint}</p>
    </dialog>
  );
}
