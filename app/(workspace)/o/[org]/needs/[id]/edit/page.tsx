import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NeedFields } from "@/app/_components/listing/need-fields";
import { BesideEditor } from "@/app/_components/listing/beside-editor";
import { Editor } from "@/app/_components/listing/editor";
import { found } from "@/app/_server/found";
import { requireActing } from "@/app/_server/actor";
import { getNeedDesk } from "@/lib/needs/queries";
import { canWrite } from "@/lib/listings/policy";
import { attachFileAction, removeFileAction, saveAction } from "../../actions";

type Props = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { content, listing } = await found(getNeedDesk(await requireActing(org), id));
  return { title: `${content.title || listing.number} — ${(await getTranslations("listings"))("editor.title.need")}` };
}

export default async function EditNeedPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const actor = await requireActing(org);
  const desk = await found(getNeedDesk(actor, id));
  if (!canWrite(actor, desk.listing)) notFound();
  return (
    <div className="grid gap-6 beside-xl:grid-cols-[minmax(0,1fr)_20rem]">
      <Editor kind="need" org={org} person={actor.userId} desk={desk} query={await searchParams} action={saveAction} files={{ attach: attachFileAction, remove: removeFileAction }}
        fields={(context) => <NeedFields content={desk.content} version={desk.version} context={context} />} />
      <BesideEditor actor={actor} kind="need" org={org} desk={desk} />
    </div>
  );
}
