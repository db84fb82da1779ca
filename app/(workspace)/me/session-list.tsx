import { getTranslations } from "next-intl/server";
import { ActForm, SubmitButton } from "@/app/_components/ui/act-form";
import { formatDateTime } from "@/lib/core/dates";
import type { SessionView } from "@/lib/users/queries";
import { revokeOthers, revokeSession } from "./actions";

const browsers = [["Edg/", "Edge"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"], ["Safari/", "Safari"]] as const;
const systems = [["Windows", "Windows"], ["Android", "Android"], ["iPhone", "iPhone"], ["iPad", "iPad"], ["Mac OS", "macOS"], ["Linux", "Linux"]] as const;

/** "Chrome, Windows" out of what the browser calls itself; null when it says nothing known. */
function deviceOf(agent: string | null): string | null {
  const find = (list: readonly (readonly [string, string])[]) => list.find(([mark]) => agent?.includes(mark))?.[1];
  return [find(browsers), find(systems)].filter(Boolean).join(" · ") || null;
}

/** Where the person is signed in, with a way to end each. */
export async function SessionList({ sessions, current }: { sessions: SessionView[]; current: string | null }) {
  const t = await getTranslations("users.me");
  return (
    <section className="grid gap-4">
      <h2>{t("sessions")} <span className="text-dense font-normal text-ink-2">{sessions.length}{t("sessionsMeasure")}</span></h2>
      <ul className="grid gap-3">
        {sessions.map((session) => (
          <li key={session.id} className="panel flex flex-wrap items-center gap-x-6 gap-y-2">
            <span className="min-w-[12em] flex-1">
              <strong>{deviceOf(session.userAgent) ?? t("unknownDevice")}</strong>
              {session.id === current ? <span className="ml-2 text-dense text-ok">{t("thisDevice")}</span> : null}
              <span className="block text-dense text-ink-2">{t("lastSeen")} {formatDateTime(session.lastSeenAt)} · {t("began")} {formatDateTime(session.createdAt)}</span>
            </span>
            {session.id === current ? null : (
              <ActForm action={revokeSession} hidden={{ sessionId: session.id }} className="grid gap-2"><SubmitButton variant="plain">{t("revoke")}</SubmitButton></ActForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <ActForm action={revokeOthers}><div><SubmitButton variant="plain">{t("revokeAll")}</SubmitButton></div></ActForm> : null}
    </section>
  );
}
