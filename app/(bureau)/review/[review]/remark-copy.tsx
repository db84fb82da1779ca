"use client";

import { useState } from "react";
import { useKeptCopy } from "@/app/_components/ui/use-kept-copy";

type Props = {
  person: string; review: string;
  /** `{count}` is replaced. */
  words: string;
};

type Left = { unseen: [name: string, value: string][]; count: number };

const ofRemark = /^(_label\.)?remarks\.\d+\./;
const textOfRemark = /^remarks\.\d+\.text$/;

/**
 * Remarks stand in a form until the decision: until then a copy stays in this browser and is put back when the page opens, however it
 * was left. Those of fields that this view does not show come along unseen, so that they are sent, or stop an approval, all the same.
 */
export function RemarkCopy({ person, review, words }: Props) {
  const [left, setLeft] = useState<Left>({ unseen: [], count: 0 });
  const place = useKeptCopy({
    person, record: `review:${review}`, of: (form) => remarksOf(new FormData(form)),
    opened(form, copy, keep) {
      if (copy) setLeft(putBack(form, copy));
      // Those of a sending back that was taken back come with the page; into a view without boxes the copy takes them.
      else if ([...new FormData(form)].some(([name, value]) => textOfRemark.test(name) && value !== "")) keep();
    },
  });

  return (
    <div ref={place} className={left.count > 0 ? "" : "hidden"}>
      {left.unseen.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {left.count > 0 ? <p role="status" className="text-dense text-ink-2">{words.replace("{count}", String(left.count))}</p> : null}
    </div>
  );
}

function remarksOf(data: FormData): FormData {
  for (const name of [...data.keys()]) if (!ofRemark.test(name)) data.delete(name);
  return data;
}

/** Into the boxes that nobody has typed in yet, which open; what has no box here is given back. */
function putBack(form: HTMLFormElement, copy: FormData): Left {
  const left: Left = { unseen: [], count: 0 };
  for (const [name, value] of copy) {
    if (typeof value !== "string") continue;
    const box = form.querySelector(`[name="${name}"]`);
    if (!box) left.unseen.push([name, value]);
    if (!textOfRemark.test(name)) continue;
    if (box instanceof HTMLTextAreaElement && box.value === box.defaultValue) box.value = value;
    if (value.trim() === "") continue;
    left.count += 1;
    for (let fold = box?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  }
  return left;
}
