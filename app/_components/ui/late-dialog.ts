"use client";

import { useRef, useState } from "react";
import type { KeyboardEvent, MouseEvent } from "react";
import { flushSync } from "react-dom";

/** A native modal dialog whose content may be made when it is asked for: a list has several on every row. @param there its content is made from the start */
export function useLateDialog(there: boolean) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [made, setMade] = useState(there);
  const show = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    // Its fields must be there when the dialog gives one of them the focus.
    flushSync(() => setMade(true));
    if (!dialog.current?.open) dialog.current?.showModal();
  };
  return { dialog, made, show };
}
