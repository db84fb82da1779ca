import type { Metadata } from "next";
import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "@/app/_server/actor";
import { deskPath } from "@/app/_server/desk";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signedIn");
  return { title: t("title") };
}

/** Where one lands after signing in again beside a form that is still open in another tab. */
export default async function SignedInPage() {
  const person = await requirePerson();
  const t = await getTranslations("auth.signedIn");
  return (
    <div className="grid max-w-[40em] gap-4">
      <h1>{t("title")}</h1>
      <p>{t("body")}</p>
      <p><Link href={deskPath(person)}>{t("desk")}</Link></p>
    </div>
  );
}
