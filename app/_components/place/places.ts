import { countries, harbinCode, harbinDistricts, prefectures, provinceCode, provinces } from "@/lib/codes/places";

/** Names of the four groups, from the catalog `codes.placeGroups`. */
export type PlaceWords = Record<"harbin" | "province" | "country" | "abroad", string>;
type Group = { label: string; options: { value: string; label: string }[] };

/**
 * Where somebody can be (domain A9): a district of Harbin, a county of Heilongjiang, another province, another country. One list for
 * organisations and parties of contracts; its codes are what `place()` reads.
 */
export function placeGroups(words: PlaceWords): Group[] {
  const option = ({ code, zh }: { code: string; zh: string }) => ({ value: code, label: zh });
  return [
    { label: words.harbin, options: harbinDistricts.map(option) },
    ...prefectures.filter(({ code }) => code !== harbinCode).map((city) => ({ label: `${words.province}\u3000${city.zh}`, options: [option(city), ...city.children.map(option)] })),
    { label: words.country, options: provinces.filter(({ code }) => code !== provinceCode).map(option) },
    { label: words.abroad, options: countries.filter(({ code }) => code !== "CN").map(option) },
  ];
}
