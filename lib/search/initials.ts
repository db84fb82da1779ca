import { pinyin } from "pinyin-pro";
import { institutionNamed } from "@/lib/codes/institutions";

/** First letters of the pinyin of a name, Latin letters and digits as they are: 哈工大 is hgd, SiC衬底 is siccd. */
export function initialsOf(name: string): string {
  const letters = pinyin(name.normalize("NFKC"), { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" });
  return letters.join("").toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** An organisation is looked for by its full name, its own short name and the short names people use; one after another. */
export function organisationInitials(name: string, shortName: string | null): string {
  const names = [name, shortName, ...(institutionNamed(name)?.aliases ?? [])].filter((one): one is string => !!one);
  return [...new Set(names.map(initialsOf))].filter(Boolean).join(" ");
}

/** What was typed, if it can be initials: Latin letters and digits only, two at least. */
export function typedInitials(typed: string): string | null {
  const plain = typed.normalize("NFKC").trim().toLowerCase();
  return /^[a-z0-9]{2,20}$/.test(plain) && /[a-z]/.test(plain) ? plain : null;
}
