import { getTranslations } from "next-intl/server";
import { Chip, type Tone } from "@/app/_components/ui/chip";
import type { IconName } from "@/app/_components/ui/icon";
import { clock } from "@/lib/core/clock";
import { daysBetween, todayInHarbin } from "@/lib/core/dates";
import type { Progress } from "@/lib/listings/progress";
import type { ListingKind, ListingStatus, RevisionStatus } from "@/lib/listings/states";

type Facts = { kind: ListingKind; status: ListingStatus; revision: RevisionStatus; deadline?: string | null; reviewing?: boolean; /** Only where the reader is one of its owner's people. */ progress?: Progress | null };
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
export function statusLooks({ kind, status, revision, deadline, reviewing, progress }: Facts): Look[] {
  const [first, clockLook] = status === "pending" && reviewing ? [{ key: "reviewing", tone: "go", icon: "user-search" } as const] : status === "published" ? published(kind, deadline, progress ?? null) : [looks[status]];
  const beside = revision === "none" ? clockLook : revisions[revision];
  return beside ? [first, beside] : [first];
}

function published(kind: ListingKind, deadline: string | null | undefined, progress: Progress | null): [Look, Look?] {
  if (kind === "achievement") return [progress === "converted" ? { key: "converted", tone: "ok", icon: "handshake" } : { key: "published", tone: "ok", icon: "eye" }];
  const left = deadline ? daysBetween(todayInHarbin(clock.now()), deadline) : null;
  if (left !== null && left < 0) return [{ key: "over", tone: "mute", icon: "calendar-x" }];
  const soon: Look | undefined = left !== null && left <= soonDays ? { key: "soon", tone: "warn", icon: "alarm-clock" } : undefined;
  if (progress === "talking") return [{ key: "talking", tone: "go", icon: "waypoints" }, soon];
  return [soon ?? { key: "open", tone: "ok", icon: "lightbulb" }];
}

export async function ListingStatusChips({ small, ...facts }: Facts & { small?: boolean }) {
  const t = await getTranslations("listings.status");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {statusLooks(facts).map((look) => <Chip key={look.key} tone={look.tone} icon={look.icon} small={small}>{t(look.key as never)}</Chip>)}
    </span>
  );
}
