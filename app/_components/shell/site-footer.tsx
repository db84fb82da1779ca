import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/core/env";

const registryOfSites = "https://beian.miit.gov.cn/";

/** Who runs the site: every item is left out while its variable is empty. `links` are pages that exist (accessibility, privacy …). */
export async function SiteFooter({ demo = env().appEnv === "local", links = [] }: { demo?: boolean; links?: readonly { label: string; href: string }[] }) {
  const t = await getTranslations("shell");
  const { site } = env();
  const named = [
    { label: t("host"), value: site.hostOrganisation },
    { label: t("organiser"), value: site.operatorOrganisation },
    { label: t("siteCode"), value: site.code },
    { label: t("icp"), value: site.icp, href: registryOfSites },
    { label: t("police"), value: site.police },
    { label: t("phone"), value: site.phone },
  ].filter((item) => item.value);
  return (
    <footer aria-label={t("footer")} className="mt-14 border-t border-line bg-surface print:mt-4">
      <div className="measure flex flex-wrap items-baseline gap-x-6 gap-y-1 py-6 work:mx-0 work:max-w-[100rem] text-note print:px-0 print:py-1 text-ink-2">
        {named.map((item) => (
          <span key={item.label}>
            <span className="text-ink-3">{item.label}</span> {item.href ? <a href={item.href} className="text-ink-2">{item.value}</a> : item.value}
          </span>
        ))}
        {links.map((link) => (
          <Link key={link.href} href={link.href} className="screen-only text-ink-2">{link.label}</Link>
        ))}
        {demo ? <span className="font-semibold">{t("demo")}</span> : null}
        {named.length === 0 && links.length === 0 && !demo ? <span>{t("platform")}</span> : null}
      </div>
    </footer>
  );
}
