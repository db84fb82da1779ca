import { getTranslations } from "next-intl/server";
import { ShortcutKeys, type Shortcut } from "@/app/_components/ui/shortcut-keys";

const rows = "main table th a";
const queueKeys = [
  { key: "j", name: "next", does: "next", selector: rows },
  { key: "k", name: "previous", does: "previous", selector: rows },
  { key: "c", name: "claimNext", does: "press", selector: "#claim-next button" },
  { key: "/", name: "filter", does: "focus", selector: "main input[name=q]" },
] as const;
const pageKeys = [
  { key: "a", name: "approve", does: "press", selector: "button[name=_decision][value=approve]" },
  { key: "b", name: "sendBack", does: "press", selector: "button[name=_decision][value=sendBack]" },
  { key: "n", name: "write", does: "next", selector: "[data-remark] > summary" },
  { key: "c", name: "claim", does: "press", selector: "#claim button" },
  { key: "r", name: "release", does: "press", selector: "#release button" },
] as const;

/** The keys of the queue and of the review page, in words (look 4.7, 4.8). */
export async function ReviewKeys({ on }: { on: "queue" | "page" }) {
  const [t, common] = [await getTranslations("reviews.keys"), await getTranslations("ui.shortcuts")];
  const keys: Shortcut[] = (on === "queue" ? queueKeys : pageKeys).map(({ name, ...key }) => ({ ...key, words: t(name) }));
  return <ShortcutKeys keys={keys} words={{ title: common("title"), open: common("open"), off: common("off"), on: common("on"), close: common("close") }} />;
}
