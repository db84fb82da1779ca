import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import type { ListingKind } from "@/lib/listings/states";
import { deskPath } from "./paths";

/** In place of the editor while somebody else has the record in hand: what it is, why not, and the way back. */
export async function NotEditable({ kind, org, listing, title }: { kind: ListingKind; org: string; listing: { id: string; number: string }; title: string }) {
  const t = await getTranslations("listings");
  return (
    <div className="grid max-w-[60rem] gap-5">
      <header className="grid gap-1"><h1>{title || t("list.untitled")}</h1><p className="text-ink-2">{listing.number}</p></header>
      <NoticeBar tone="warn" actions={<LinkButton href={deskPath(org, kind, listing.id)}>{t("editor.toRecord")}</LinkButton>}>{t("editor.notEditable")}</NoticeBar>
    </div>
  );
}
