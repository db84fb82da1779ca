"use client";

import { useEffect, useRef, useState } from "react";
import { useActForm } from "@/app/_components/ui/act-form";
import { LateBox } from "@/app/_components/ui/asked-box";
import { parseMoney } from "@/lib/core/money";

/** A box that is there only while the amount beside it is questioned: as typed, or, without script, once the answer has asked. */
export function KnowingLarge({ amount, aboveFen, label, hint }: { amount: string; aboveFen: number; label: string; hint: string }) {
  const place = useRef<HTMLDivElement>(null);
  const { state } = useActForm();
  const sent = fenOf([state.values?.[amount]].flat()[0]);
  const [typed, setTyped] = useState<number | null>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    const read = () => setTyped(fenOf(form?.querySelector<HTMLInputElement>(`[name="${amount}"]`)?.value));
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, [amount]);
  const now = typed ?? sent, error = state.problems?.knowingLarge, asked = (now ?? 0) > aboveFen || error !== undefined;
  // Who has looked at one amount again has not looked at another.
  return <div ref={place} className="empty:hidden">{asked ? <LateBox key={now ?? ""} name="knowingLarge" label={label} hint={hint} error={error} ticked={state.values?.knowingLarge !== undefined && now === sent} /> : null}</div>;
}

function fenOf(typed: string | undefined): number | null {
  const money = parseMoney(typed ?? "", "wan");
  return money.status === "ok" ? money.fen : null;
}
