import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "@/app/_components/ui/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { maybeActor, ownPath } from "@/app/_server/actor";
import { deskPath } from "@/app/_server/desk";
import { buttonClass } from "@/app/_components/ui/button-look";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { PasswordInput } from "@/app/_components/ui/password-input";
import { TextInput } from "@/app/_components/ui/text-input";
import { env } from "@/lib/core/env";
import { DemoAccounts } from "./demo-accounts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ next?: string; problem?: string; minutes?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, problem, minutes } = await searchParams;
  const path = ownPath(next);
  const actor = await maybeActor();
  if (actor.kind === "person") redirect(path ?? deskPath(actor));
  const t = await getTranslations("auth.signIn");
  const email = (await cookies()).get("typed-email")?.value ?? "";
  const sentence = problem === "wait" ? t("wait", { minutes: Number(minutes) || 1 }) : problem === "wrong" ? t("wrong") : null;
  return (
    <div className="grid gap-10 lg:grid-cols-[25rem_minmax(0,1fr)]">
      <div className="grid content-start gap-5">
        <h1>{t("title")}</h1>
        {sentence ? <NoticeBar tone="bad" alert>{sentence}</NoticeBar> : null}
        {path ? <p className="text-dense text-ink-3">{t("next")}</p> : null}
        <form action="/api/sign-in" method="post" className="grid gap-5">
          {path ? <input type="hidden" name="next" value={path} /> : null}
          <TextInput name="email" label={t("email")} defaultValue={problem ? email : ""} inputMode="email" autoComplete="username" width="full" />
          <PasswordInput name="password" label={t("password")} autoComplete="current-password" show={t("show")} hide={t("show")} />
          <div className="flex flex-wrap items-center gap-4">
            <button className={buttonClass("primary")}>{t("submit")}</button>
            <Link href="/forgot-password">{t("forgot")}</Link>
          </div>
        </form>
        <p className="text-ui text-ink-2">{t("noAccount")} <Link href="/sign-up">{t("signUp")}</Link></p>
      </div>
      {env().appEnv === "local" ? <DemoAccounts next={path} /> : null}
    </div>
  );
}
