"use client";

import { useEffect, useRef, useState } from "react";
import { FormField, useActForm } from "@/app/_components/ui/act-form";
import { parseMoney } from "@/lib/core/money";

/** A box that is there only while the amount beside it is questioned: as typed, or, without script, once the answer has asked. */
export function KnowingLarge({ amount, aboveFen, label, hint }: { amount: string; aboveFen: number; label: string; hint: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [large, setLarge] = useState(false);
  const { state } = useActForm();
  useEffect(() => {
    const form = place.current?.closest("form");
    const read = () => {
      const typed = parseMoney(form?.querySelector<HTMLInputElement>(`[name="${amount}"]`)?.value ?? "", "wan");
      setLarge(typed.status === "ok" && typed.fen > aboveFen);
    };
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, [amount, aboveFen]);
  const asked = large || state.problems?.knowingLarge !== undefined || state.values?.knowingLarge !== undefined;
  return <div ref={place} className="empty:hidden">{asked ? <FormField name="knowingLarge" type="checkbox" label={label} hint={hint} /> : null}</div>;
}
