import { readSearch, type Params } from "./address";
import { findListings } from "./find-listings";

/** What other searches would find, by the search itself, so that each says what its page will say. Those that find nothing are left out. */
export async function waysOut<Way extends { params: Params }>(ways: readonly Way[]): Promise<(Way & { total: number })[]> {
  const counted = await Promise.all(ways.map(async (way) => ({ ...way, total: (await findListings({ ...readSearch(way.params), page: 1, size: 1 }, [])).total })));
  return counted.filter(({ total }) => total > 0);
}
