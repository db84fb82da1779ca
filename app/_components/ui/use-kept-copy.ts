"use client";

import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import { done } from "./form-core";
import { copyKey, formOfCopy, keepCopy } from "./typed-copy";

type Ways = {
  person: string;
  /** What is typed about, and in which of its forms. */
  record: string;
  /** What of the form is kept. */
  of: (form: HTMLFormElement) => FormData;
  /** When the page opens: the copy that was left here, or none. `keep` makes one of what the page brings. */
  opened: (form: HTMLFormElement, copy: FormData | null, keep: () => void) => void;
  /** The form's act has taken effect. */
  forgotten?: () => void;
};

/** A copy of what is typed in the form around the element of the returned ref: kept with every letter, given back when the page opens, forgotten once it was sent. */
export function useKeptCopy({ person, record, of, opened, forgotten }: Ways): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const key = copyKey(person, record);
  const keep = useEffectEvent((form: HTMLFormElement) => keepCopy(key, of(form)));
  const open = useEffectEvent((form: HTMLFormElement) => {
    const copy = localStorage.getItem(key);
    opened(form, copy ? formOfCopy(copy) : null, () => keep(form));
  });
  const forget = useEffectEvent(() => {
    localStorage.removeItem(key);
    forgotten?.();
  });

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    open(form);
    const typed = () => keep(form);
    const sent = (event: Event) => {
      if ((event as CustomEvent).detail === form) forget();
    };
    form.addEventListener("input", typed);
    window.addEventListener(done, sent);
    return () => {
      form.removeEventListener("input", typed);
      window.removeEventListener(done, sent);
    };
  }, [key]);

  return place;
}
