"use client";

import Link from "@/app/_components/ui/link";
import { SearchForm } from "@/app/_components/ui/search-form";
import { NameMark } from "./name-mark";

type Words = { title: string; code: string; body: string; search: string; submit: string; home: string; desk: string; feedback?: string };

/** There is no such page: says so, and offers the search. */
export function Lost({ name, words }: { name: readonly [string, string]; words: Words }) {
  return (
    <main className="measure grid max-w-3xl content-start gap-6 py-14">
      <Link href="/" aria-label={words.home} className="hover:no-underline"><NameMark lines={name} /></Link>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>{words.title}</h1>
        <p className="text-lead text-ink-3">{words.code}</p>
      </div>
      <p className="text-lead text-ink-2">{words.body}</p>
      <SearchForm action="/search" name="q" label={words.search} placeholder={words.search} submit={words.submit} large />
      <p className="flex flex-wrap gap-x-8 gap-y-2 text-ui">
        <Link href="/">{words.home}</Link>
        <Link href="/me">{words.desk}</Link>
        {words.feedback ? <span className="text-ink-2">{words.feedback}</span> : null}
      </p>
    </main>
  );
}
