import { useTranslations } from "next-intl";
import { districtTiles } from "./district-tiles";
import { Drawn } from "./drawn";
import { madeOnce } from "./made-once";
import { draw } from "./markup";
import { pack } from "./pack";
import { cell } from "./row";

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
  return <Drawn as="ul" className="chart-tiles" lines={madeOnce(tiles, "tiles", () => tilesOf(tiles, format, t("unfilled")))} />;
}

function tilesOf(tiles: readonly DistrictTile[], format: (value: number) => string, unfilled: string): string {
  const max = Math.max(0, ...tiles.map((tile) => tile.value ?? 0));
  return pack(tiles.map(({ code, label, value, href, spoken }) => {
    const place = districtTiles[code];
    if (!place) return "";
    const step = value ? Math.max(1, Math.ceil((value / max) * classes)) : 0;
    const look = value === null ? { class: "hatch" } : step > 0 ? { style: `background:var(--seq-${step});color:var(--on-seq-${step})` } : {};
    const words = [cell(label), draw("b", {}, value === null ? unfilled : value === 0 ? "0" : format(value))];
    return draw("li", { style: `grid-area:${place[1]}/${place[0]}` }, href ? draw("a", { href, "aria-label": spoken, ...look }, ...words) : draw("div", look, ...words));
  }));
}
