import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/app/_components/listing/desk-page";
import { found } from "@/app/_server/found";
import { requireActing } from "@/app/_server/actor";
import { getNeedDesk } from "@/lib/needs/queries";
import * as actions from "../actions";

type Props = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { content, listing } = await found(getNeedDesk(await requireActing(org), id));
  return { title: `${content.title || listing.number} — ${(await getTranslations("listings"))("desk.history")}` };
}

export default async function NeedDeskPage({ params }: Props) {
  const { org, id } = await params;
  const actor = await requireActing(org);
  const desk = await found(getNeedDesk(actor, id));
  return (
    <DeskPage kind="need" org={org} actor={actor} desk={desk} acts={{
      withdrawSubmission: actions.withdrawSubmissionAction, revise: actions.reviseAction, discardRevision: actions.discardRevisionAction,
      withdraw: actions.withdrawAction, relist: actions.relistAction, discard: actions.discardAction, recover: actions.recoverAction, close: actions.closeAction, reopen: actions.reopenAction,
    }} />
  );
}
