"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState, useSyncExternalStore } from "react";
import type { ComponentProps, KeyboardEvent } from "react";
import { beginWaiting } from "./waiting";

/** `{count}` in `found` is replaced. */
export type SuggestWords = { list: string; found: string };
type Item = { label: string; detail?: string; href: string };
type Group = { title: string; items: Item[] };
type Props = Omit<ComponentProps<"input">, "onChange" | "onKeyDown"> & { source: string; words: SuggestWords };

const quietMs = 150;
const nothing = () => () => undefined;

/**
 * A search box that offers records while one types. Without script, before it runs and where the network fails it is the
 * plain box of its form; nothing reacts while an input method is composing.
 */
export function SuggestInput({ source, words, className = "", ...input }: Props) {
  const router = useRouter();
  const id = useId();
  const runs = useSyncExternalStore(nothing, () => true, () => false);
  const [typed, setTyped] = useState("");
  const [groups, setGroups] = useState<Group[]>([]);
  /** Address of the chosen suggestion: an answer that comes late must not take the choice away. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const items = groups.flatMap((group) => group.items);
  const active = items.findIndex(({ href }) => href === chosen);
  const shown = open && items.length > 0;

  useEffect(() => {
    if (!open || typed === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${source}${encodeURIComponent(typed)}`, { signal: stop.signal });
        const body = response.ok ? ((await response.json()) as { groups: Group[] }) : { groups: [] };
        setGroups(body.groups.filter((group) => group.items.length > 0));
      } catch {
        // Suggestions are an extra: the box itself still searches. A newer question keeps what is shown till its answer.
        if (!stop.signal.aborted) setGroups([]);
      }
    }, quietMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [source, typed, open]);

  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, id]);

  function ask(value: string) {
    setTyped(value.trim());
    setChosen(null);
    setOpen(true);
    if (value.trim() === "") setGroups([]);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || !shown) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      // One place more than there are suggestions: the typed words themselves.
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen(items[((active + 1 + step + items.length + 1) % (items.length + 1)) - 1]?.href ?? null);
    } else if (event.key === "Escape") {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === "Enter") {
      setOpen(false);
      const suggestion = items[active];
      if (!suggestion) return;
      event.preventDefault();
      beginWaiting();
      router.push(suggestion.href);
    }
  }

  const combobox = runs
    ? ({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": shown, "aria-controls": `${id}-list`, "aria-activedescendant": shown && active >= 0 ? `${id}-${active}` : undefined } as const)
    : {};
  return (
    <span className="relative flex min-w-0 flex-1">
      <input {...input} {...combobox} autoComplete="off" className={`w-full ${className}`} onKeyDown={onKeyDown} onBlur={() => setOpen(false)}
        onChange={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) ask(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => ask(event.currentTarget.value)} />
      <span id={`${id}-list`} role="listbox" aria-label={words.list} hidden={!shown} className="absolute inset-x-0 top-full z-30 mt-1 max-h-[60vh] overflow-y-auto rounded-panel border border-line bg-surface p-1.5 text-left shadow-raised">
        {shown ? groups.map((group) => (
          <span key={group.title} role="group" aria-label={group.title} className="block">
            <span aria-hidden className="block px-3 pt-1.5 text-note text-ink-3">{group.title}</span>
            {group.items.map((item) => {
              const index = items.indexOf(item);
              return (
                // Pressing must not take the focus away from the box, or the list would be gone before the click.
                <a key={item.href} id={`${id}-${index}`} role="option" aria-selected={index === active} tabIndex={-1} href={item.href} onMouseDown={(event) => event.preventDefault()} onMouseMove={() => setChosen(item.href)}
                  className="block rounded-control px-3 py-2 text-dense text-ink hover:no-underline aria-selected:bg-accent-soft">
                  <span className="block truncate">{item.label}</span>
                  {item.detail ? <span className="block truncate text-note text-ink-3">{item.detail}</span> : null}
                </a>
              );
            })}
          </span>
        )) : null}
      </span>
      <span role="status" className="sr-only">{shown ? words.found.replace("{count}", String(items.length)) : ""}</span>
    </span>
  );
}
