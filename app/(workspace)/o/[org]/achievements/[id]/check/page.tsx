import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Check } from "@/app/_components/listing/check";
import { found } from "@/app/_server/found";
import { requireActing } from "@/app/_server/actor";
import { getAchievementDesk } from "@/lib/achievements/queries";
import { achievementSections } from "@/lib/achievements/rules";
import { checkupForDesk } from "@/lib/checkups/queries";
import { canWrite } from "@/lib/listings/policy";
import { submitAction } from "../../actions";

type Props = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { content, listing } = await found(getAchievementDesk(await requireActing(org), id));
  return { title: `${content.title || listing.number} — ${(await getTranslations("listings"))("check.title")}` };
}

export default async function CheckAchievementPage({ params }: Props) {
  const { org, id } = await params;
  const actor = await requireActing(org);
  const desk = await found(getAchievementDesk(actor, id));
  if (!canWrite(actor, desk.listing)) notFound();
  return <Check kind="achievement" org={org} verified={desk.listing.organisation.verified} sections={achievementSections} desk={desk} checkup={await checkupForDesk(actor, desk)} submit={submitAction} />;
}
