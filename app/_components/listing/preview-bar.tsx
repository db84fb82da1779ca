import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { Tabs } from "@/app/_components/ui/navigation";
import { audiences, type Audience, type ListingKind } from "@/lib/listings/states";
import { deskPath } from "./paths";

const keys = { public: "asPublic", registered: "asRegistered", deal: "asDeal" } as const;

/** Over a preview: as whom one is looking, and the way back. */
export async function PreviewBar({ kind, org, id, seeing }: { kind: ListingKind; org: string; id: string; seeing: Audience }) {
  const t = await getTranslations("listings.check");
  const path = deskPath(org, kind, id, "preview");
  return (
    <div className="grid gap-3">
      <div><LinkButton variant="text" href={deskPath(org, kind, id)}>{t("back")}</LinkButton></div>
      <Tabs label={t("seen")} items={audiences.map((level) => ({ label: t(keys[level]), href: `${path}?as=${level}`, current: level === seeing }))} />
    </div>
  );
}
