/** Where each district's square stands (column, row), by its six-digit code. A sketch of who is neighbour to whom, to be checked by someone from Harbin. */
export const districtTiles: Record<string, readonly [column: number, row: number]> = {
  "230111": [2, 1], "230126": [3, 1], "230127": [4, 1], "230128": [5, 1], "230123": [6, 1],
  "230109": [1, 2], "230104": [2, 2], "230125": [3, 2], "230124": [5, 2],
  "230102": [1, 3], "230103": [2, 3], "230110": [3, 3], "230129": [5, 3],
  "230113": [1, 4], "230108": [2, 4], "230112": [3, 4], "230183": [4, 4],
  "230184": [3, 5],
};
