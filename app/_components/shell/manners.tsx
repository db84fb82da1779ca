"use client";

import { useEffect } from "react";
import { forgetAllCopies } from "@/app/_components/ui/typed-copy";

/**
 * Once per shell: menus (native disclosures) close on Esc, on pressing outside and after following one of their links;
 * who signs out leaves nothing typed behind in this browser.
 */
export function Manners() {
  useEffect(() => {
    const open = () => [...document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")];
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      for (const menu of open()) if (!menu.contains(target) || target?.closest("a[href]")) menu.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing) return;
      const last = open().at(-1);
      if (!last) return;
      last.open = false;
      last.querySelector("summary")?.focus();
    };
    const onSubmit = (event: SubmitEvent) => {
      if (event.target instanceof HTMLFormElement && event.target.getAttribute("action") === "/api/sign-out") forgetAllCopies();
    };
    document.addEventListener("submit", onSubmit);
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("submit", onSubmit);
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return null;
}
