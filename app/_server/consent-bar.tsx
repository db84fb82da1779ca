import Link from "@/app/_components/ui/link";
import { getTranslations } from "next-intl/server";
import { agree } from "@/app/(workspace)/me/actions";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { formatDate } from "@/lib/core/dates";
import { consentVersion } from "@/lib/users/consent";

/** The terms have changed since this person agreed: says so on every page of a desk until they agree anew. */
export async function ConsentBar() {
  const t = await getTranslations("users");
  return (
    <div className="mb-5">
      <NoticeBar tone="warn" actions={<ActForm action={agree} className="grid gap-2"><SubmitButton variant="plain">{t("consent.agree")}</SubmitButton></ActForm>}>
        {t("consent.changed", { version: formatDate(consentVersion) })}{"\u3000"}
        <Link href="/terms" target="_blank" className="link">{t("footer.terms")}</Link>{"\u3000"}<Link href="/privacy" target="_blank" className="link">{t("footer.privacy")}</Link>
      </NoticeBar>
    </div>
  );
}
