import { nearest } from "@/lib/core/nearest";
import { districtSign, divisionEnding, homePrefix, insideProvince } from "./data/place-words";
import { countries, harbinCode, harbinDistricts, isPlace, placeName, prefectures, provinceCode, provinces } from "./places";

const plain = (text: string): string => text.normalize("NFKC").replace(/[\s,\-\u00b7\u3001]/gu, "");
const withoutHome = (text: string): string => text.replace(homePrefix, "") || text;

/** 宾县 without its sign is no name any more. */
function shortOf(name: string): string {
  const short = name.replace(divisionEnding, "");
  return short.length < 2 ? name : short;
}
const spellings = (name: string): string[] => [...new Set([name, shortOf(name)])];

type Named = { key: string; name: string; code: string };

/** The city's own first, for these are meant most often. A county is named with its city where the name alone may be another's. */
const divisions: Named[] = [
  ...harbinDistricts.map(({ code, zh }) => ({ key: shortOf(zh), name: zh, code })),
  ...prefectures.map(({ code, zh }) => ({ key: shortOf(zh), name: zh, code })),
  ...provinces.map(({ code, zh }) => ({ key: shortOf(zh), name: zh, code })),
  ...prefectures.flatMap((city) => city.children.filter(({ code }) => !harbinDistricts.some((district) => district.code === code)).map(({ code, zh }) => ({ key: shortOf(zh), name: placeName(code), code }))),
];
const abroad: Named[] = countries.filter(({ code }) => code !== "CN").map(({ code, zh }) => ({ key: zh, name: zh, code }));

/** A name to all places that are called so. */
function byName(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const add = (name: string, code: string) => void names.set(name, (names.get(name) ?? new Set()).add(code));
  for (const { code, zh } of [...provinces, ...prefectures]) for (const name of spellings(zh)) add(name, code);
  for (const city of prefectures) {
    for (const { code, zh } of city.children) {
      // A district of another city is known with its city only: 南山区 and 西安 are better known elsewhere.
      const alone = city.code === harbinCode || !zh.endsWith(districtSign);
      for (const name of spellings(zh)) for (const before of [...(alone ? [""] : []), ...spellings(city.zh)]) add(before + name, code);
    }
  }
  return names;
}
const divisionNames = byName();
const countryNames = new Map(abroad.flatMap(({ name, code }) => [[plain(name), code], [code, code]] as const));

/** County level inside the province, province level elsewhere; a county elsewhere is accepted by its province. */
function isDivision(code: string): boolean {
  return isPlace(code) || (!code.startsWith(provinceCode.slice(0, 2)) && isPlace(`${code.slice(0, 2)}0000`));
}

/** A city or county in another province is known by that province alone. */
function provinceOf(text: string): string | null {
  const found = provinces.find(({ code, zh }) => {
    if (code === provinceCode) return false;
    return text.startsWith(zh) || (text.startsWith(shortOf(zh)) && insideProvince.test(text.slice(shortOf(zh).length)));
  });
  return found?.code ?? null;
}

/**
 * The code of a place as people write it: six digits or two letters, a name whole or short, with or without what it lies in. Null where nobody can say
 * which place is meant, as of a district whose city is not named.
 */
export function findPlace(written: string, { withAbroad = false } = {}): string | null {
  const text = plain(written);
  if (/^\d{6}$/.test(text)) return isDivision(text) ? text : null;
  const country = withAbroad ? countryNames.get(text) ?? countryNames.get(text.toUpperCase()) : undefined;
  if (country) return country;
  const named = divisionNames.get(withoutHome(text)) ?? divisionNames.get(text);
  if (named) return named.size === 1 ? [...named][0]! : null;
  return provinceOf(withoutHome(text));
}

/** Names of the places that an unknown one may have been meant to be, closest first. */
export function nearestPlaces(written: string, { withAbroad = false } = {}): string[] {
  const text = withoutHome(plain(written));
  const inCity = prefectures.map(({ zh }) => zh).find((city) => text.startsWith(city) && text !== city);
  const key = shortOf(inCity ? text.slice(inCity.length) : text);
  // Two characters of which one is the same are no likeness of two countries.
  const candidates = withAbroad ? [...divisions, ...abroad.filter((country) => country.key.length > 2 && key.length > 2)] : divisions;
  const called = candidates.filter((place) => place.key === key).map(({ name }) => name);
  return called.length > 0 ? called : nearest(key, candidates);
}

/** All names that can be written, in the order in which they are looked for. */
export function placeNames({ withAbroad = false } = {}): string[] {
  return [...divisions, ...(withAbroad ? abroad : [])].map(({ name }) => name);
}
