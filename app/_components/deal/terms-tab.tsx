import { getTranslations } from "next-intl/server";
import { agree, drop } from "@/app/(workspace)/o/[org]/deals/actions";
import { ActForm, ConfirmButton } from "@/app/_components/ui/act-form";
import { Details } from "@/app/_components/ui/details";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { capitalMoney, formatExact } from "@/lib/core/money";
import { canAgreeTerms, canDropTerms } from "@/lib/deals/policy";
import type { RoomProps } from "./deal-room";
import { TermsForm } from "./terms-form";
import { TermsSheet } from "./terms-sheet";

/** The newest version with what changed, the form for the next one, and the older versions. */
export async function TermsTab({ view, actor, org }: RoomProps) {
  const t = await getTranslations("deals");
  const [newest, previous, ...older] = view.terms;
  const names = { seller: view.seller.name, buyer: view.buyer.name };
  return (
    <section className="grid gap-5">
      {newest ? <TermsSheet terms={newest} previous={previous} names={names} newest={view.deal.stage !== "signed"} dropped={view.deal.stage === "signed"} /> : <EmptyState sentence={t("terms.empty")} />}
      {newest && canAgreeTerms(actor, view.deal) ? (
        <ActForm action={agree} hidden={{ dealId: view.deal.id, ordinal: String(newest.ordinal) }} {...(org ? { org } : {})} className="grid gap-3">
          <div><ConfirmButton variant="primary" title={t("terms.agreeTitle", { n: newest.ordinal })} body={t("terms.agreeBody", { amount: formatExact(newest.content.totalFen), capital: capitalMoney(newest.content.totalFen) })}>{t("terms.agree")}</ConfirmButton></div>
        </ActForm>
      ) : null}
      {canDropTerms(actor, view.deal) ? (
        <ActForm action={drop} hidden={{ dealId: view.deal.id }} {...(org ? { org } : {})} className="grid gap-3">
          <p className="text-dense text-ink-2">{t("turn.terms_anew")}</p>
          <div><ConfirmButton title={t("terms.dropTitle")} body={t("terms.dropBody")}>{t("terms.drop")}</ConfirmButton></div>
        </ActForm>
      ) : null}
      {view.mayPropose ? (
        <Details id="propose" className="panel" open={!newest}>
          <summary className="text-accent">{view.deal.status === "completed" ? t("terms.further") : view.deal.stage === "signed" ? t("terms.anew") : newest ? t("terms.revise") : t("terms.propose")}</summary>
          {view.deal.stage === "signed" ? <p className="mt-2 text-dense text-ink-2">{t(view.deal.status === "completed" ? "terms.furtherHint" : "terms.anewHint")}</p> : null}
          <div className="mt-4"><TermsForm dealId={view.deal.id} person={actor.userId} {...(org ? { org } : {})} content={newest?.content ?? null} version={newest?.ordinal ?? 0} /></div>
        </Details>
      ) : null}
      {previous ? (
        <Details className="panel">
          <summary className="text-accent">{t("terms.older")}</summary>
          <div className="mt-3 grid gap-4">{[previous, ...older].map((terms) => <TermsSheet key={terms.ordinal} terms={terms} names={names} />)}</div>
        </Details>
      ) : null}
    </section>
  );
}
