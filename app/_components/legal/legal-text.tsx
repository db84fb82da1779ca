import { getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/core/dates";
import { consentVersion } from "@/lib/users/consent";

type Section = { title: string; text: string };

/** Terms or privacy: the text that people agree to, with its version. */
export async function LegalText({ which }: { which: "terms" | "privacy" }) {
  const t = await getTranslations("legal");
  const sections = t.raw(`${which}.sections`) as Section[];
  return (
    <div className="measure grid gap-6 py-8">
      <h1>{t(`${which}.title`)}</h1>
      <p className="text-dense text-ink-2">{t("version", { version: consentVersion, date: formatDate(consentVersion) })}</p>
      {sections.map((section) => (
        <section key={section.title} className="grid max-w-[40em] gap-2">
          <h2 className="text-h3">{section.title}</h2>
          <p className="prose-zh whitespace-pre-line">{section.text}</p>
        </section>
      ))}
    </div>
  );
}
