import Link from "next/link";
import { useTranslations } from "next-intl";
import { districtTiles } from "./district-tiles";

export type DistrictTile = {
  code: string;
  label: string;
  /** Null: not reported; the tile is hatched. */
  value: number | null;
  href?: string;
  spoken?: string;
};

const classes = 7;

/** C13: which district, at a glance? Equal squares; the value as shade of the ordered scale and as number. Not a map. */
export function TileDistricts({ tiles, format }: { tiles: readonly DistrictTile[]; format: (value: number) => string }) {
  const t = useTranslations("ui.absent");
  const max = Math.max(0, ...tiles.map((tile) => tile.value ?? 0));
  return (
    <ul className="grid max-w-xl grid-cols-6 gap-1 text-note no-autospace">
      {tiles.map((tile) => {
        const place = districtTiles[tile.code];
        if (!place) return null;
        const step = tile.value ? Math.max(1, Math.ceil((tile.value / max) * classes)) : 0;
        const look = `grid aspect-square content-center justify-items-center gap-0.5 rounded-chip border border-line p-0.5 text-center leading-tight hover:no-underline hover:outline-2 hover:outline-ink ${tile.value === null ? "hatch" : ""}`;
        const style = step > 0 ? { background: `var(--seq-${step})`, color: `var(--on-seq-${step})` } : { color: "var(--ink)" };
        const inner = (
          <>
            <span className={tile.value === null ? "bg-surface px-1" : ""}>{tile.label}</span>
            <span className={`font-semibold ${tile.value === null ? "bg-surface px-1 font-normal" : ""}`}>{tile.value === null ? t("unfilled") : tile.value === 0 ? "0" : format(tile.value)}</span>
          </>
        );
        return (
          <li key={tile.code} style={{ gridColumn: place[0], gridRow: place[1] }}>
            {tile.href ? <Link href={tile.href} aria-label={tile.spoken} className={look} style={style}>{inner}</Link> : <div className={look} style={style}>{inner}</div>}
          </li>
        );
      })}
    </ul>
  );
}
