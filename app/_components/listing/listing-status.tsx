import { getTranslations } from "next-intl/server";
import { Chip, type Tone } from "@/app/_components/ui/chip";
import type { IconName } from "@/app/_components/ui/icon";
import { clock } from "@/lib/core/clock";
import { daysBetween, todayInHarbin } from "@/lib/core/dates";
import type { ListingKind, ListingStatus, RevisionStatus } from "@/lib/listings/states";

type Facts = { kind: ListingKind; status: ListingStatus; revision: RevisionStatus; deadline?: string | null; reviewing?: boolean };
type Look = { key: string; tone: Tone; icon: IconName };

const looks: Record<Exclude<ListingStatus, "published">, Look> = {
  draft: { key: "draft", tone: "mute", icon: "pencil-line" },
  pending: { key: "pending", tone: "wait", icon: "hourglass" },
  sent_back: { key: "sent_back", tone: "warn", icon: "undo-2" },
  refused: { key: "refused", tone: "bad", icon: "ban" },
  withdrawn: { key: "withdrawn", tone: "mute", icon: "archive" },
  suspended: { key: "suspended", tone: "bad", icon: "circle-pause" },
  discarded: { key: "discarded", tone: "mute", icon: "archive" },
  closed: { key: "closed", tone: "mute", icon: "archive" },
};
const revisions: Record<Exclude<RevisionStatus, "none">, Look> = {
  draft: { key: "revision_draft", tone: "mute", icon: "pencil-line" },
  pending: { key: "revision_pending", tone: "go", icon: "file-clock" },
  sent_back: { key: "revision_sent_back", tone: "warn", icon: "undo-2" },
};

const soonDays = 7;

/** State and, where there is one, the revision beside it: at most two words (look 5.8). */
export function statusLooks({ kind, status, revision, deadline, reviewing }: Facts): Look[] {
  const first = status === "pending" && reviewing ? { key: "reviewing", tone: "go" as const, icon: "user-search" as const } : status === "published" ? published(kind, deadline) : looks[status];
  return revision === "none" ? [first] : [first, revisions[revision]];
}

function published(kind: ListingKind, deadline: string | null | undefined): Look {
  if (kind === "achievement") return { key: "published", tone: "ok", icon: "eye" };
  const left = deadline ? daysBetween(todayInHarbin(clock.now()), deadline) : null;
  if (left !== null && left < 0) return { key: "over", tone: "mute", icon: "calendar-x" };
  if (left !== null && left <= soonDays) return { key: "soon", tone: "warn", icon: "alarm-clock" };
  return { key: "open", tone: "ok", icon: "lightbulb" };
}

export async function ListingStatusChips({ small, ...facts }: Facts & { small?: boolean }) {
  const t = await getTranslations("listings.status");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {statusLooks(facts).map((look) => <Chip key={look.key} tone={look.tone} icon={look.icon} small={small}>{t(look.key as never)}</Chip>)}
    </span>
  );
}
