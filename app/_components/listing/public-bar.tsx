import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/button";
import { NoticeBar } from "@/app/_components/ui/notice-bar";
import { isBureau, may, membershipOf, type Actor, type Membership } from "@/lib/core/actor";
import { sendersOf } from "@/lib/interests/policy";
import { formatDate, formatDateTime } from "@/lib/core/dates";
import { findTarget } from "@/lib/interests/queries";
import { findOwnCoOwners } from "@/lib/listings/find";
import { offers } from "@/lib/listings/policy";
import { findSuspension, type Reading } from "@/lib/listings/read";
import type { ListingKind } from "@/lib/listings/states";
import { ActButton, type FormAct } from "./act-button";
import type { Doorway } from "./record-frame";
import { deskPath, publicPath } from "./paths";

type Props<K extends ListingKind> = { actor: Actor; reading: Reading<K>; suspend: FormAct; restore: FormAct;
  /** A version under which a contract was signed is read, beside the one that is read now (null where this reader may not). */
  signed: { now: Reading<K> | null } | null;
};

/** For the owner and the bureau: where the record stands and what they can do; for who reads it through a deal or a contract: that others do not. */
export async function PublicBar<K extends ListingKind>({ actor, reading, suspend, restore, signed }: Props<K>) {
  const t = await getTranslations("listings");
  if (signed) {
    const newer = signed.now !== null && signed.now.versionId !== reading.versionId;
    return (
      <NoticeBar tone="info" actions={newer ? <LinkButton href={publicPath(reading.kind as ListingKind, reading.id)}>{t("public.now")}</LinkButton> : null}>
        {t("public.signedBar", { date: formatDate(reading.updatedAt) })}{newer ? t("public.signedNewer") : null}
      </NoticeBar>
    );
  }
  const membership = reading.mine ? membershipOf(actor, reading.organisation?.id) : null;
  if (!membership && !isBureau(actor)) {
    const state = reading.status === "published" ? t("public.ownerOff") : t(`status.${reading.status}` as never);
    return reading.shown ? null : <NoticeBar tone="warn">{t("public.dealBar")}{t("public.notShown", { state })}</NoticeBar>;
  }
  const organisationId = reading.organisation?.id ?? "";
  const suspension = reading.status === "suspended" && organisationId ? await findSuspension(actor, { id: reading.id, kind: reading.kind, organisationId }) : null;
  const offered = offers(actor, { kind: reading.kind, organisationId, coOwnerIds: await findOwnCoOwners(actor, reading.id), status: reading.status, revision: "none" });
  return (
    <NoticeBar tone={reading.status === "published" ? "info" : "warn"} actions={
      <>
        {membership ? <LinkButton href={deskPath(membership.slug, reading.kind, reading.id)}>{t("public.manage")}</LinkButton> : null}
        {offered.includes("suspend") ? <ActButton act="suspend" action={suspend} listingId={reading.id} /> : null}
        {offered.includes("restore") ? <ActButton act="restore" action={restore} listingId={reading.id} /> : null}
      </>
    }>
      {t(membership ? "public.ownBar" : "public.bureauBar")}
      {reading.status === "published" ? null : t("public.notShown", { state: t(`status.${reading.status}` as never) })}
      {suspension ? <span className="block">{t("public.suspendedBy", { time: formatDateTime(suspension.at), who: suspension.by ?? "", reason: suspension.reason })}</span> : null}
    </NoticeBar>
  );
}

/** Where the main button leads this reader: to the form of an interest, or to what is missing for it. */
export async function doorFor<K extends ListingKind>(actor: Actor, reading: Reading<K>): Promise<Doorway> {
  const t = await getTranslations("listings.public");
  const kind: ListingKind = reading.kind;
  if (reading.status !== "published") return null;
  const target = await findTarget(actor, reading.id);
  if (!target) return null;
  const to = (one: Membership, label: string): Doorway => ({ href: `/o/${one.slug}/interests/new?target=${reading.id}`, label });
  if (target.over) return reading.mine ? null : { sentence: t("over") };
  if (target.barred.includes(target.organisationId)) return reading.mine ? null : { sentence: t("notOffered") };
  if (actor.kind !== "person") return { href: `/sign-in?next=${encodeURIComponent(publicPath(kind, reading.id))}`, label: t(`signIn.${kind}`) };
  // Who has several organisations chooses on that page; it opens for one that may send, if there is any.
  const senders = sendersOf(actor, target), [first] = senders;
  // Beside an own record it would look as if one wrote to oneself: there the button says for whom.
  if (first) return to(first, reading.mine || senders.length < actor.memberships.length ? t("interestAs", { act: t(`interest.${kind}`), name: first.name }) : t(`interest.${kind}`));
  if (reading.mine) return null;
  const barred = actor.memberships.find((one) => target.barred.includes(one.organisationId));
  if (barred) return { sentence: t("barred", { name: barred.name }) };
  const acting = actor.memberships.find((m) => m.kind !== "bureau" && may(actor, "write", m.organisationId));
  if (acting) return to(acting, t(`interest.${kind}`));
  return actor.memberships.length === 0 ? { href: "/me", label: t("noOrganisation") } : null;
}
