import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { WorkspaceShell, type Place } from "@/app/_components/shell/workspace-shell";
import { menuItemClass } from "@/app/_components/ui/menu";
import { PrintedBy } from "@/app/_components/ui/printed-by";
import { env } from "@/lib/core/env";
import { mayAtBureau, type Membership, type Person } from "@/lib/core/actor";
import { hasAgreed } from "@/lib/users/queries";
import { ConsentBar } from "./consent-bar";
import { FlashBar } from "./flash-bar";
import { standingOfQueue, toDo, toRegister } from "./waiting";

type Area = "organisation" | "bureau" | "operations" | "me";

function placesOf(area: Area, person: Person, acting: Membership | null, counts: { reviews: number; registrations: number }, t: (key: string) => string): Place[] {
  if (area === "operations") {
    return [
      { label: t("places.operations"), href: "/operations", icon: "house", exact: true },
      { label: t("places.organisations"), href: "/operations/organisations", icon: "shield-check" },
      { label: t("places.users"), href: "/operations/users", icon: "users" },
      { label: t("places.operators"), href: "/operations/operators", icon: "key-round" },
      { label: t("places.brokers"), href: "/brokers/applications", icon: "handshake" },
      { label: t("places.rules"), href: "/operations/rules", icon: "scale" },
      { label: t("places.dictionary"), href: "/operations/dictionary", icon: "book-open" },
      { label: t("places.jobs"), href: "/operations/jobs", icon: "clock" },
      { label: t("places.audit"), href: "/operations/audit", icon: "file-clock" },
    ];
  }
  // A broker works across the whole market, whatever organisation stands above the places.
  const market: Place[] = person.brokerId
    ? [{ label: t("places.brokerDesk"), href: "/me/broker/desk", icon: "phone" }, { label: t("places.myDeals"), href: "/me/deals", icon: "users-round" }]
    : [];
  const contracts: Place = { label: t("places.myContracts"), href: "/me/contracts", icon: "signature" };
  if (area === "me" && !acting) {
    return [
      ...market,
      contracts,
      { label: t("places.account"), href: "/me", icon: "user", exact: true },
      { label: t("places.inbox"), href: "/me/inbox", icon: "bell" },
      { label: t("places.subscriptions"), href: "/me/subscriptions", icon: "bookmark" },
      { label: t("places.broker"), href: "/me/broker", icon: "handshake" },
    ];
  }
  if (acting?.kind === "bureau") {
    const o = `/o/${acting.slug}`;
    return [
      { label: t("places.desk"), href: o, icon: "house", exact: true },
      { label: t("places.cockpit"), href: "/cockpit", icon: "chart-column" },
      { label: t("places.indicators"), href: "/indicators", icon: "target" },
      ...(mayAtBureau(person, "review") ? [{ label: t("places.review"), href: "/review", icon: "inbox", count: counts.reviews } as const] : []),
      { label: t("places.registrations"), href: "/registrations", icon: "stamp", count: counts.registrations },
      { label: t("places.ledger"), href: "/ledger", icon: "upload" },
      { label: t("places.rules"), href: "/rules", icon: "scale" },
      { label: t("places.integrity"), href: "/integrity", icon: "octagon-x" },
      ...(mayAtBureau(person, "review") ? [{ label: t("places.brokers"), href: "/brokers/applications", icon: "handshake" } as const] : []),
      { label: t("places.members"), href: `${o}/members`, icon: "users" },
      { label: t("places.settings"), href: `${o}/settings`, icon: "shield" },
    ];
  }
  if (!acting) return [];
  const o = `/o/${acting.slug}`;
  return [
    { label: t("places.desk"), href: o, icon: "house", exact: true },
    ...market,
    // Who acts for one organisation finds its contracts below; these are for whoever brokers or belongs to several.
    ...(area === "me" || person.brokerId || person.memberships.filter((one) => one.kind !== "bureau").length > 1 ? [contracts] : []),
    { label: t("places.achievements"), href: `${o}/achievements`, icon: "lightbulb" },
    { label: t("places.needs"), href: `${o}/needs`, icon: "target" },
    { label: t("places.matches"), href: `${o}/matches`, icon: "waypoints" },
    { label: t("places.interests"), href: `${o}/interests`, icon: "send" },
    { label: t("places.deals"), href: `${o}/deals`, icon: "handshake" },
    { label: t("places.contracts"), href: `${o}/contracts`, icon: "signature" },
    { label: t("places.members"), href: `${o}/members`, icon: "users" },
    { label: t("places.settings"), href: `${o}/settings`, icon: "shield" },
  ];
}

/** The desk around a page: for whom one acts, where one can go, what waits. */
export async function WorkspaceFrame({ area, person, children }: { area: Area; person: Person; children: ReactNode }) {
  const acting = area === "operations" ? null : person.acting;
  const bureau = acting?.kind === "bureau";
  const [t, ui, notifications, queue, registrations] = await Promise.all([getTranslations("users"), getTranslations("ui"), toDo(person), bureau ? standingOfQueue(person) : null, bureau ? toRegister(person) : null]);
  const desks = person.memberships.filter((m) => m.organisationId !== acting?.organisationId).map((m) => ({ name: m.name, href: `/o/${m.slug}` }));
  if (person.operator && area !== "operations") desks.push({ name: t("places.operations"), href: "/operations" });
  return (
    <WorkspaceShell
      user={{ name: person.name }}
      organisation={area === "operations" ? { name: t("places.operations") } : acting ? { name: acting.name } : null}
      organisations={desks}
      places={placesOf(area, person, acting, { reviews: queue ? queue.open + queue.mine : 0, registrations: registrations ?? 0 }, (key) => t(key as never))}
      counts={{ notifications }}
      links={{ desk: area === "operations" ? "/operations" : acting ? `/o/${acting.slug}` : "/me", notifications: "/me/inbox", account: "/me" }}
      signOut={<form action="/api/sign-out" method="post" className="w-full"><button className={menuItemClass}>{t("signOut")}</button></form>}
      demo={env().appEnv === "local"}
    >
      <FlashBar />
      <PrintedBy at={ui("printedAt")} pages={ui.raw("printedPages") as string} by={ui("printedBy", { name: person.name })} />
      {hasAgreed(person) ? null : <ConsentBar />}
      {children}
    </WorkspaceShell>
  );
}
