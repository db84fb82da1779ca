import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { TurnPanel, type Turn as Look } from "@/app/_components/ui/turn-panel";
import { canAgreeTerms, canSign } from "@/lib/deals/policy";
import type { RoomProps } from "./deal-room";

/** One sentence: who must do what; one button when it is the reader's. */
export async function DealTurn({ view, actor, org, base }: RoomProps) {
  const t = await getTranslations("deals");
  const { deal, turn, side } = view;
  const path = `${base}/${deal.id}`;
  const contractHref = view.leadingContract ? `${org ? `/o/${org}` : "/me"}/contracts/${view.leadingContract}` : null;
  const name = turn.who === "seller" ? view.seller.name : turn.who === "buyer" ? view.buyer.name : "";
  const mine = side !== null && turn.who === side;
  const n = deal.terms?.ordinal ?? 1;
  const panel = (look: Look, sentence: string, detail?: string, button?: { href: string; word: string }) => (
    <TurnPanel turn={look} sentence={sentence} detail={detail}>{button ? <LinkButton variant="primary" href={button.href}>{button.word}</LinkButton> : null}</TurnPanel>
  );
  const toContract = contractHref ? { href: contractHref, word: t("go.contract") } : undefined;
  switch (turn.task) {
    case "propose_terms":
      return panel(view.mayPropose ? "mine" : "wait", t("turn.propose_terms"), t("turn.propose_terms_d"), view.mayPropose ? { href: `${path}?tab=terms#propose`, word: t("go.terms") } : undefined);
    case "agree_terms":
      return canAgreeTerms(actor, deal)
        ? panel("mine", t("turn.agree_mine", { n }), t("turn.agree_d"), { href: `${path}?tab=terms`, word: t("go.agree") })
        : panel("wait", t("turn.agree_wait", { name, n }), t("turn.agree_d"));
    case "sign":
      return panel(canSign(actor, deal) ? "mine" : "wait", t("turn.sign"), t("turn.sign_d"), canSign(actor, deal) ? { href: `${path}?tab=contract`, word: t("go.sign") } : undefined);
    case "submit_registration":
    case "correct_registration": {
      const kind = turn.task === "submit_registration" ? "submit" : "correct";
      return mine && contractHref
        ? panel("mine", t(`turn.${kind}_mine`), undefined, { href: contractHref, word: t(kind === "submit" ? "go.register" : "go.correct") })
        : panel("wait", t(`turn.${kind}_wait`, { name }), undefined, toContract);
    }
    case "accept_registration":
    case "register":
      return panel("wait", t(`turn.${turn.task}`), undefined, toContract);
    case "refused":
    case "void":
      return panel("over", t(`turn.${turn.task}`), t(`turn.${turn.task}_d`), toContract);
    case "completed":
      return panel("done", t("turn.completed"), view.mayPropose ? t("turn.completed_d") : undefined, toContract);
    case "ended":
      return panel("ended", t("turn.ended", { reason: t(`endReason.${deal.endReason ?? "other"}`) }), [deal.endNote, t("turn.ended_d")].filter(Boolean).join(" "));
  }
}
