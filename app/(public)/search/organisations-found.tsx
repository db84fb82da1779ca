import { getTranslations } from "next-intl/server";
import Link from "@/app/_components/ui/link";
import { placeName } from "@/lib/codes/places";
import type { organisationsNamed } from "@/lib/search/organisations-named";

/** Organisations by their names: what was typed may be one of them, whatever their records say. */
export async function OrganisationsFound({ found: { total, rows } }: { found: Awaited<ReturnType<typeof organisationsNamed>> }) {
  if (total === 0) return null;
  const [t, kinds] = await Promise.all([getTranslations("search.organisations"), getTranslations("organisations.kind")]);
  return (
    <section aria-labelledby="organisations-found" className="grid gap-1 border-b border-line pb-3">
      <h2 id="organisations-found" className="text-dense font-normal text-ink-2">{t(total > rows.length ? "first" : "all", { total, shown: rows.length })}</h2>
      <ul className="flex flex-wrap gap-x-6">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-2">
            <Link href={`/organisations/${row.id}`} className="inline-flex min-h-(--target) items-center md:min-h-8">{row.name}</Link>
            <span className="text-dense text-ink-3">{[kinds(row.kind), row.districtCode ? placeName(row.districtCode) : ""].filter(Boolean).join(" / ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
