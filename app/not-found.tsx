import { getTranslations } from "next-intl/server";

export default async function NotFound() {
  const t = await getTranslations("errors");
  return <main className="measure py-14"><h1>{t("notFoundTitle")}</h1></main>;
}
