"use client";

import Link from "@/app/_components/ui/link";
import { SearchForm } from "@/app/_components/ui/search-form";
import { BareFrame, type BareWords } from "./bare-frame";

type Words = { title: string; code: string; body: string; search: string; submit: string; desk: string; feedback?: string };

/** There is no such page: says so, and offers the search. */
export function Lost({ frame, footer, words }: { frame: BareWords; footer: readonly { label: string; href: string }[]; words: Words }) {
  return (
    <BareFrame words={frame} footer={footer}>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>{words.title}</h1>
        <p className="text-lead text-ink-3">{words.code}</p>
      </div>
      <p className="text-lead text-ink-2">{words.body}</p>
      <SearchForm action="/search" name="q" label={words.search} placeholder={words.search} submit={words.submit} large />
      <p className="flex flex-wrap gap-x-8 gap-y-2 text-ui">
        <Link href="/">{frame.home}</Link>
        <Link href="/me">{words.desk}</Link>
        {words.feedback ? <span className="text-ink-2">{words.feedback}</span> : null}
      </p>
    </BareFrame>
  );
}
