import { useTranslations } from "next-intl";
import { districtTiles } from "./district-tiles";
import { TileSquares, type TileWords } from "./tile-squares";

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
  const squares = tiles.flatMap(({ code, value, ...tile }): TileWords[] => {
    const place = districtTiles[code];
    if (!place) return [];
    const step = value === null ? null : value ? Math.max(1, Math.ceil((value / max) * classes)) : 0;
    return [{ ...tile, place, step, value: value === null ? t("unfilled") : value === 0 ? "0" : format(value) }];
  });
  return <TileSquares tiles={squares} />;
}
