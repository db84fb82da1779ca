import { getTranslations } from "next-intl/server";
import { ShortcutKeys, type Shortcut } from "@/app/_components/ui/shortcut-keys";

const row = "main ol > li[data-match]";
const walk = [
  { key: "j", name: "next", does: "next", selector: `${row} h2 a, ${row} [data-undo] button` },
  { key: "k", name: "previous", does: "previous", selector: `${row} h2 a, ${row} [data-undo] button` },
] as const;
const acts = [
  { key: "e", name: "interest", does: "press", selector: 'a[href*="/interests/new?"]', row },
  { key: "o", name: "original", does: "press", selector: 'a[href*="/matches/"]', row },
  { key: "x", name: "notSuitable", does: "press", selector: "a[aria-haspopup=dialog]", row },
  { key: "u", name: "undo", does: "press", selector: "[data-undo] button", row },
] as const;

/** The keys of the list of matches, in words (look 4.5); those that only look at it walk along it. */
export async function MatchKeys({ mayAct }: { mayAct: boolean }) {
  const [t, common] = [await getTranslations("matches.keys"), await getTranslations("ui.shortcuts")];
  const keys: Shortcut[] = [...walk, ...(mayAct ? acts : [])].map(({ name, ...key }) => ({ ...key, words: t(name) }));
  return <ShortcutKeys keys={keys} words={{ title: common("title"), open: common("open"), off: common("off"), on: common("on"), close: common("close") }} />;
}
