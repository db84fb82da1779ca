import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewDraft } from "@/app/_components/listing/new-draft";
import { requireActing } from "@/app/_server/actor";
import { canDraft } from "@/lib/listings/policy";
import { draftAction } from "../actions";

type Props = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("listings.new"))("title.achievement") };
}

export default async function NewAchievementPage({ params }: Props) {
  const actor = await requireActing((await params).org);
  const { organisationId: id, kind, slug } = actor.acting;
  if (kind === "bureau") notFound();
  return <NewDraft kind="achievement" org={slug} action={draftAction} mayWrite={canDraft(actor, { id, kind })} />;
}
