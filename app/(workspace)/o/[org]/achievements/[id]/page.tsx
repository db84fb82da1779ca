import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/app/_components/listing/desk-page";
import { found } from "@/app/_server/found";
import { requireActing } from "@/app/_server/actor";
import { getAchievementDesk } from "@/lib/achievements/queries";
import * as actions from "../actions";

type Props = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { content, listing } = await found(getAchievementDesk(await requireActing(org), id));
  return { title: `${content.title || listing.number} — ${(await getTranslations("listings"))("desk.history")}` };
}

export default async function AchievementDeskPage({ params }: Props) {
  const { org, id } = await params;
  const actor = await requireActing(org);
  const desk = await found(getAchievementDesk(actor, id));
  return (
    <DeskPage kind="achievement" org={org} actor={actor} desk={desk} acts={{
      withdrawSubmission: actions.withdrawSubmissionAction, revise: actions.reviseAction, discardRevision: actions.discardRevisionAction,
      withdraw: actions.withdrawAction, relist: actions.relistAction, discard: actions.discardAction, recover: actions.recoverAction,
    }} />
  );
}
