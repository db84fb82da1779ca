import Link from "./link";

type Props = { label: string; items: readonly { key: string; label: string; current: boolean; href: string }[] };

/** The orders of a list as plain links; the one in force is said, not linked. */
export function SortLinks({ label, items }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-3 text-dense [&>*]:inline-flex [&>*]:min-h-(--target) [&>*]:items-center md:[&>*]:min-h-0">
      <span className="text-ink-2">{label}</span>
      {items.map((item) => (item.current ? <strong key={item.key} aria-current="true">{item.label}</strong> : <Link key={item.key} href={item.href}>{item.label}</Link>))}
    </nav>
  );
}
