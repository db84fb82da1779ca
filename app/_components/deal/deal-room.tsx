import { getTranslations } from "next-intl/server";
import { join, leave, refuseInvitation } from "@/app/(workspace)/o/[org]/deals/actions";
import { ViewerNote } from "@/app/_components/organisation/viewer-note";
import { DemoChip } from "@/app/_components/listing/demo-chip";
import { ActForm, ConfirmButton, SubmitButton } from "@/app/_components/ui/act-form";
import { Breadcrumbs, Tabs } from "@/app/_components/ui/navigation";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { StageTrack } from "@/app/_components/ui/stage-track";
import type { Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, daysBetween, todayInHarbin } from "@/lib/core/dates";
import { canAnswerInvitation, canEndDeal, canLeave, isActiveBroker } from "@/lib/deals/policy";
import type { DealView } from "@/lib/deals/queries";
import { trackOf } from "@/lib/deals/rules";
import { ContractTab } from "./contract-tab";
import { DealSidebar } from "./deal-sidebar";
import { DealTurn } from "./deal-turn";
import { FilesTab } from "./files-tab";
import { MessagesTab } from "./messages-tab";
import { DealChip } from "./status-chips";
import { TermsTab } from "./terms-tab";
import { TimelineTab } from "./timeline-tab";

const dealTabs = ["messages", "terms", "files", "contract", "timeline"] as const;

export type RoomProps = { view: DealView; actor: Person; org?: string; base: string;
  /** Message before which older ones are shown. */
  before?: string | undefined;
};

const icons = { interest: "send", response: "message-square", negotiation: "users-round", terms: "scale", signing: "signature", registration: "stamp", completed: "circle-check" } as const;

/** Whose turn it is, where the deal stands, and everything that belongs to it (look 4.9). */
export async function DealRoom({ view, actor, org, base, before, tab }: RoomProps & { tab?: string | undefined }) {
  const t = await getTranslations("deals");
  const { deal } = view;
  const shown = dealTabs.find((one) => one === tab) ?? "messages";
  const path = `${base}/${deal.id}`;
  const props: RoomProps = { view, actor, base, before, ...(org ? { org } : {}) };
  const stayed = daysBetween(dateInHarbin(deal.stageSince), todayInHarbin(clock.now()));
  const membership = actor.memberships.find(({ slug }) => slug === org);
  const invited = canAnswerInvitation(actor, deal);
  const halted = deal.status === "open" || view.mayResume ? [view.seller, view.buyer].filter((party) => party.halted) : [];
  return (
    <div className="grid gap-5">
      <Breadcrumbs items={[{ label: t("heading"), href: base }, { label: deal.number }]} />
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid gap-1">
          <h1>{deal.title}</h1>
          <p className="flex flex-wrap gap-x-4 text-ink-2"><span>{t("parties", { seller: view.seller.name, buyer: view.buyer.name })}</span><span className="whitespace-nowrap">{t("room.number", { number: deal.number })}</span></p>
        </div>
        <span className="flex flex-wrap gap-2"><DemoChip demo={deal.demo} /><DealChip stage={deal.stage} status={deal.status} /></span>
      </header>
      <StageTrack label={t("room.trackLabel")} stages={trackOf(deal).map(({ stage, state }) => ({ key: stage, word: t(`stage.${stage}`), icon: icons[stage], state, ...(state === "now" && stayed > 0 ? { stayedDays: stayed } : {}) }))} />
      {membership ? <ViewerNote actor={actor} organisationId={membership.organisationId} /> : null}
      {halted.map((party) => <NoticeBar key={party.id} tone="warn">{t(`halted.${party.halted ?? "suspended"}`, { name: party.name })}{canEndDeal(actor, deal) ? t("halted.end") : null}</NoticeBar>)}
      {invited ? (
        <NoticeBar tone="info" actions={
          <>
            <ActForm action={join} hidden={{ dealId: deal.id }} className=""><SubmitButton>{t("broker.join")}</SubmitButton></ActForm>
            <ActForm action={refuseInvitation} hidden={{ dealId: deal.id }} className=""><SubmitButton variant="plain">{t("broker.decline")}</SubmitButton></ActForm>
          </>
        }>{t("broker.asked")}</NoticeBar>
      ) : null}
      <div className="grid gap-6 beside-xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-5">
          <DealTurn {...props} />
          {invited ? null : (
            <>
              <Tabs label={t("room.tabs")} items={dealTabs.map((one) => ({ label: t(`tab.${one}`), href: `${path}?tab=${one}`, current: one === shown }))} />
              {shown === "messages" ? <MessagesTab {...props} /> : null}
              {shown === "terms" ? <TermsTab {...props} /> : null}
              {shown === "files" ? <FilesTab {...props} /> : null}
              {shown === "contract" ? <ContractTab {...props} /> : null}
              {shown === "timeline" ? <TimelineTab {...props} /> : null}
            </>
          )}
        </div>
        <DealSidebar {...props} />
      </div>
      {canLeave(actor, deal) && isActiveBroker(actor, deal) ? (
        <ActForm action={leave} hidden={{ dealId: deal.id }} className="">
          <ConfirmButton variant="danger" title={t("broker.leaveTitle")} body={t("broker.leaveBody")}>{t("broker.leave")}</ConfirmButton>
        </ActForm>
      ) : null}
    </div>
  );
}
