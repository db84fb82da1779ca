"use client";

import { useEffect, useRef, useState } from "react";
import { FormField } from "@/app/_components/ui/act-form";
import type { OptionGroup } from "@/app/_components/ui/choice";

type Props = { label: string; hint?: string; defaultValue?: string; /** One for each type of contract. */ groups: readonly (OptionGroup & { type: string })[] };

/** The sub-types of the type that is chosen above it; all of them while none is. One that belongs to another type is no longer chosen. */
export function SubTypeField({ groups, ...field }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [type, setType] = useState("");
  useEffect(() => {
    const form = place.current?.closest("form");
    const read = () => setType(form?.querySelector<HTMLSelectElement>('[name="type"]')?.value ?? "");
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, []);
  const own = groups.filter((group) => group.type === type);
  return <div ref={place}><FormField {...field} name="subType" type="select" placeholder="" options={own.length > 0 ? own : groups} /></div>;
}
