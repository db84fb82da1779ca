import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { ProfileFields } from "@/app/_components/organisation/profile-fields";
import { ActForm, FormField, SubmitButton } from "@/app/_components/ui/act-form";
import { openKinds } from "@/lib/organisations/input";
import { canCreateOrganisation } from "@/lib/organisations/policy";
import { found } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations.found");
  return { title: t("title") };
}

export default async function FoundPage() {
  if (!canCreateOrganisation(await requirePerson())) notFound();
  const t = await getTranslations("organisations");
  return (
    <div className="grid max-w-[37.5rem] gap-5">
      <h1>{t("found.title")}</h1>
      <ActForm action={found}>
        <FormField name="kind" type="radio" label={t("field.kind")} required options={openKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
        <ProfileFields />
        <div><SubmitButton>{t("found.submit")}</SubmitButton></div>
      </ActForm>
    </div>
  );
}
