"use client";

import { useRef } from "react";
import { useTyped, valueIn } from "@/app/_components/ui/typed-value";
import { shareOf } from "./share-of";

type Props = { own: string; group: "coSellers" | "coBuyers"; words: { /** `{name}` and `{share}` are replaced. */ share: string; separator: string } };

/** One side of a contract for the question before it is recorded: the deal's own organisation and, with the shares of all, whoever is typed beside it. */
export function SideNames({ own, group, words }: Props) {
  const place = useRef<HTMLElement>(null);
  const names = useTyped(place, (form) => {
    const others = [...form.querySelectorAll<HTMLInputElement>(`[name^="${group}["][name$=".name"]`)]
      .map(({ value, name }) => ({ name: value.trim(), share: shareOf(valueIn(form, name.replace(/name$/, "share"))) })).filter(({ name }) => name !== "");
    if (others.length === 0) return own;
    const rest = 100 - others.reduce((sum, { share }) => sum + share, 0);
    return [{ name: own, share: rest }, ...others].map(({ name, share }) => words.share.replace("{name}", name).replace("{share}", String(Math.round(share * 100) / 100))).join(words.separator);
  });
  return <b ref={place} className="font-semibold text-ink">{names}</b>;
}
