import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { IconName } from "@/app/_components/ui/icon";
import { iconShapes } from "@/app/_components/ui/icon-shapes";
import { DeskFrame } from "./desk-frame";
import { lookWords } from "./look-words";
import { paletteWords } from "./palette-words";
import { SiteFooter } from "./site-footer";

export type Place = { label: string; href: string; icon: IconName; count?: number; exact?: boolean };

type Props = {
  user: { name: string };
  /** For whom one acts now; null outside an organisation (operator, own account). */
  organisation: { name: string } | null;
  /** Where one can switch to, without the present one. */
  organisations: readonly { name: string; href: string }[];
  places: readonly Place[];
  /** Things that need an act of mine: the number at the bell. */
  counts: { notifications: number };
  links: { desk: string; notifications: string; account: string };
  /** The form that signs out; its button takes `menuItemClass`. */
  signOut: ReactNode;
  demo?: boolean;
  children: ReactNode;
};

/** Desk: the left column is places, the top is who I am and find anything. Dense from tablets up. */
export async function WorkspaceShell({ user, organisation, organisations, places, counts, links, signOut, demo, children }: Props) {
  const t = await getTranslations("shell");
  const [look, palette] = await Promise.all([lookWords(), paletteWords()]);
  const counted = (count: number | undefined) => (count ? { count, countWords: t("placeCount", { count }) } : {});
  const items = places.map(({ icon, count, ...place }) => ({ ...place, icon: iconShapes[icon], ...counted(count) }));
  const bar = [
    { label: t("desk"), href: links.desk, icon: iconShapes.house, exact: true },
    { label: t("search"), href: "/search", icon: iconShapes.search },
    { label: t("messages"), href: links.notifications, icon: iconShapes.bell, ...counted(counts.notifications) },
    // Of what is mine, messages have their own place in the bar.
    { label: t("mine"), href: links.account, icon: iconShapes.user, not: links.notifications },
  ];
  const ui = await getTranslations("ui");
  const words = {
    close: ui("close"), loading: ui("loading"), offline: t("offline"),
    platform: t("platform"), skip: t("skip"), switchTo: t("switchOrganisation"), notifications: t("notificationsCount", { count: counts.notifications }), personMenu: t("personMenu", { name: user.name }), menu: t("menu"),
    account: t("account"), placesNavigation: t("placesNavigation"), bottomNavigation: t("bottomNavigation"), palette,
  };
  return (
    <DeskFrame words={words} look={look} user={user.name} organisation={organisation?.name ?? null} organisations={organisations} items={items} bar={bar} waiting={counts.notifications} bell={iconShapes.bell}
      links={{ notifications: links.notifications, account: links.account }} signOut={signOut} footer={<SiteFooter demo={demo} />}>
      {children}
    </DeskFrame>
  );
}
